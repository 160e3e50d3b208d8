import * as oidc from 'openid-client'
import { transaction } from '../../db/transaction.ts'
import { hashToken } from '../../lib/tokens.ts'
import { UserError } from '../../lib/user-error.ts'
import type { Services } from '../../schema/context.ts'
import type { Origin } from '../people/index.ts'
import { admit } from './admit.ts'
import { type Claims, readClaim } from './claims.ts'
import { makeClient, readClaims } from './client.ts'
import { type Discovered, makeDiscover } from './discover.ts'
import { redirectUrl } from './own-urls.ts'
import { SignInProblem } from './problem.ts'
import * as queries from './queries.ts'
import { startSession } from './start-session.ts'

/** How long somebody may take at the provider, in seconds. */
export const ATTEMPT_SECONDS = 10 * 60

/** Who wants in, and where to. */
export interface Beginning {
  organizationId: number
  providerId: number
  /** An address of our own. */
  to: string
  /** The cookie that this browser has from an attempt before, when it was made here. */
  browser: string | null
}

/** What comes back with a browser. */
export interface Return {
  url: URL
  browser: string | null
  origin: Origin
}

type Needed = Pick<Services, 'sql' | 'now' | 'tokens' | 'seal' | 'publicUrl' | 'fetch'>

/** Sign-in through providers. Nothing is remembered here but what providers say about themselves: any process may answer. */
export function makeProviderSignIn(services: Needed) {
  const { sql, now, tokens, seal, fetch } = services
  const discover = makeDiscover(fetch, now)

  const find = async (organizationId: number, providerId: number) => {
    const provider = await queries.selectProvider(sql, organizationId, providerId)
    if (!provider?.enabled)
      throw new SignInProblem('provider-unknown', 'There is no such provider, or it is switched off.')
    const found = await discover(provider.issuer).catch((error: unknown) => {
      throw error instanceof UserError ? new SignInProblem('provider-down', error.message) : error
    })
    return { provider, found, client: clientOf(provider, found) }
  }
  const clientOf = ({ clientId, clientSecret }: queries.ProviderRow, found: Discovered) =>
    makeClient(found, { clientId, clientSecret: clientSecret && openSecret(seal, clientSecret), fetch })

  return {
    /** Where to send the browser, and the cookie that it has to bring back. Throws a SignInProblem. */
    async begin({ organizationId, providerId, to, browser }: Beginning): Promise<{ url: string; browser: string }> {
      const { provider, client } = await find(organizationId, providerId)
      const state = tokens.make('link')
      const cookie = browser ?? tokens.make('link')
      const [nonce, verifier] = [oidc.randomNonce(), oidc.randomPKCECodeVerifier()]
      const url = oidc.buildAuthorizationUrl(client, {
        redirect_uri: redirectUrl(services.publicUrl),
        scope: provider.scopes,
        state,
        nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      })
      const attempt = { organizationId, providerId, browser: hashToken(cookie).toString('hex'), nonce, verifier, to }
      const expiresAt = new Date(now().getTime() + ATTEMPT_SECONDS * 1000)
      await queries.insertAttempt(sql, hashToken(state), attempt, { now: now(), expiresAt })
      return { url: url.href, browser: cookie }
    },

    /** The token of a session that has begun, and where to go with it. Throws a SignInProblem. */
    async finish({ url, browser, origin }: Return): Promise<{ token: string; to: string }> {
      const state = url.searchParams.get('state') ?? ''
      // Made-up ones end here, without the database.
      const isOurs = tokens.check('link', state) && browser !== null && tokens.check('link', browser)
      const cookieHash = isOurs ? hashToken(browser).toString('hex') : ''
      const attempt = isOurs ? await queries.takeAttempt(sql, hashToken(state), cookieHash, now()) : null
      if (!attempt) throw new SignInProblem('expired', 'It was not begun in this browser, it is over, or it was used.')
      const { provider, found, client } = await find(attempt.organizationId, attempt.providerId)
      const wanted = (claims: Claims) => namesOf(provider).every((name) => readClaim(claims, name) !== undefined)
      const callback = new URL(`${redirectUrl(services.publicUrl)}${url.search}`)
      const expected = { state, nonce: attempt.nonce, verifier: attempt.verifier }
      const claims = await readClaims(client, found, { url: callback, expected, wanted })
      return transaction(sql, async (tx) => {
        const current = await queries.lockProvider(tx, provider.organizationId, provider.id)
        if (!current?.enabled || current.issuer !== provider.issuer) {
          throw new SignInProblem('provider-unknown', 'The provider was changed meanwhile.')
        }
        const person = await admit(tx, current, { claims, address: origin.address }, now())
        const token = await startSession({ ...services, sql: tx }, current, person, origin)
        return { token, to: attempt.to }
      })
    },
  }
}

function openSecret(seal: Services['seal'], sealed: Buffer): string {
  try {
    return seal.open(sealed)
  } catch (error) {
    throw new SignInProblem('provider-down', `Its client secret cannot be read: ${(error as Error).message}`)
  }
}

/** The claims that decide. Many providers put some of them into the ID token and the others elsewhere. */
function namesOf({ roleClaim }: queries.ProviderRow): string[] {
  return ['email', 'email_verified', ...(roleClaim === null ? [] : [roleClaim])]
}

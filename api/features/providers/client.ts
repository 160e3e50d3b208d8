import * as oidc from 'openid-client'
import type { GuardedFetch } from '../../lib/guarded-fetch.ts'
import type { Claims } from './claims.ts'
import { type Discovered, isLocal } from './discover.ts'
import { SignInProblem } from './problem.ts'

/** How this server shows itself to a provider. */
export interface ClientSettings {
  clientId: string
  /** Null: a public client, which proves by PKCE alone that it is the one that began. */
  clientSecret: string | null
  fetch: GuardedFetch
}

const PATIENCE_S = 5
/** In the log; a part of it comes from outside. */
const LONGEST_REASON = 500

/** A client of a provider: the library's object for all that follows. It is cheap, so nothing of it is kept. */
export function makeClient(found: Discovered, { clientId, clientSecret, fetch }: ClientSettings): oidc.Configuration {
  const client = new oidc.Configuration(found.metadata, clientId, undefined, authentication(found, clientSecret))
  client.timeout = PATIENCE_S
  client[oidc.customFetch] = (url, options) => fetch(url, options as Parameters<GuardedFetch>[1])
  // Over the connection to the provider alone a token would be believed too; its signature is checked on top.
  oidc.enableNonRepudiationChecks(client)
  if (found.keys) oidc.setJwksCache(client, found.keys)
  if (isLocal(new URL(found.metadata.issuer))) oidc.allowInsecureRequests(client)
  return client
}

/** The way that every provider has to understand, unless it names others only. */
function authentication({ metadata }: Discovered, secret: string | null): oidc.ClientAuth {
  if (secret === null) return oidc.None()
  const known = metadata.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
  return known.includes('client_secret_basic') ? oidc.ClientSecretBasic(secret) : oidc.ClientSecretPost(secret)
}

/** What was begun, and has to come back. */
export interface Expected {
  state: string
  nonce: string
  verifier: string
}

/**
 * Turns what the provider sent back into what it says about the person: the ID token, and what is asked for besides when
 * the token does not have `wanted`. Throws a SignInProblem.
 */
export async function readClaims(
  client: oidc.Configuration,
  found: Discovered,
  callback: { url: URL; expected: Expected; wanted: (claims: Claims) => boolean },
): Promise<Claims & { sub: string }> {
  const { url, expected, wanted } = callback
  try {
    const tokens = await oidc.authorizationCodeGrant(client, url, {
      expectedState: expected.state,
      expectedNonce: expected.nonce,
      pkceCodeVerifier: expected.verifier,
      idTokenExpected: true,
    })
    found.keys = oidc.getJwksCache(client)
    const claims = tokens.claims()!
    if (wanted(claims) || found.metadata.userinfo_endpoint === undefined) return claims
    const more = await oidc.fetchUserInfo(client, tokens.access_token, claims.sub)
    return { ...more, ...claims }
  } catch (error) {
    throw explain(error)
  }
}

/** An answer of the provider that will not do is a refusal; no answer is none. */
function explain(error: unknown): SignInProblem {
  const { code, message, cause } = error as { code?: string; message?: string; cause?: { message?: string } }
  const isAnswer = code?.startsWith('OAUTH_') && code !== 'OAUTH_TIMEOUT' && code !== 'OAUTH_ABORT'
  const said = (error as { error?: string }).error
  const reason = [code, said, message, cause?.message].filter((part) => typeof part === 'string').join(': ')
  return new SignInProblem(isAnswer ? 'refused-by-provider' : 'provider-down', reason.slice(0, LONGEST_REASON))
}

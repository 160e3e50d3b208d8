import * as oidc from 'openid-client'
import type { GuardedFetch } from '../../lib/guarded-fetch.ts'
import { UserError } from '../../lib/user-error.ts'

/** What is known of a provider: its own description, and its keys once they were needed. */
export interface Discovered {
  metadata: oidc.ServerMetadata
  keys: ReturnType<typeof oidc.getJwksCache>
}

/** The description of the provider with this issuer. Throws a UserError that says what failed. */
export type Discover = (issuer: string) => Promise<Discovered>

const PATIENCE_S = 5
const REMEMBERED_MS = 10 * 60 * 1000
const MOST_REMEMBERED = 100

/** Reads descriptions and remembers them for 10 minutes. Who asks at the same time waits for the same answer. */
export function makeDiscover(fetch: GuardedFetch, now: () => Date): Discover {
  const known = new Map<string, { answer: Promise<Discovered>; until: number }>()
  return (issuer) => {
    const at = now().getTime()
    const found = known.get(issuer)
    if (found && found.until > at) return found.answer
    const answer = discover(issuer, fetch)
    known.delete(issuer)
    known.set(issuer, { answer, until: at + REMEMBERED_MS })
    if (known.size > MOST_REMEMBERED) known.delete(known.keys().next().value!)
    // What failed is tried again by the next one who asks.
    answer.catch(() => {
      if (known.get(issuer)?.answer === answer) known.delete(issuer)
    })
    return answer
  }
}

/** Asks a provider for its description. Throws a UserError with a sentence for whoever entered the issuer. */
export async function discover(issuer: string, fetch: GuardedFetch): Promise<Discovered> {
  if (!URL.canParse(issuer) || !mayBeAsked(issuer)) {
    throw new UserError(
      `The issuer has to be an address that begins with https://, but it is "${issuer.slice(0, 200)}".`,
    )
  }
  const metadata = await ask(new URL(issuer), fetch)
  const addresses = ['authorization_endpoint', 'token_endpoint', 'jwks_uri'] as const
  const lacking = addresses.find((name) => !mayBeAsked(metadata[name]))
  if (lacking)
    throw new UserError(`The description of ${issuer} has no usable "${lacking}": it needs one with https://.`)
  return { metadata, keys: undefined }
}

/** Plain http is for trying out on one machine. */
export function isLocal(address: URL): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(address.hostname)
}

function mayBeAsked(address: string | undefined): boolean {
  if (address === undefined || !URL.canParse(address)) return false
  const url = new URL(address)
  const hasNothingMore = url.username === '' && url.password === ''
  return hasNothingMore && (url.protocol === 'https:' || (url.protocol === 'http:' && isLocal(url)))
}

async function ask(issuer: URL, fetch: GuardedFetch): Promise<oidc.ServerMetadata> {
  try {
    const found = await oidc.discovery(issuer, 'unused', undefined, oidc.None(), {
      timeout: PATIENCE_S,
      [oidc.customFetch]: (url, options) => fetch(url, options as Parameters<GuardedFetch>[1]),
      ...(isLocal(issuer) && { execute: [oidc.allowInsecureRequests] }),
    })
    // Not the helpers that come along: this is copied.
    const { supportsPKCE: _, ...metadata } = found.serverMetadata()
    // The library lets an address of Microsoft stand for every organization there.
    if (new URL(metadata.issuer).href !== issuer.href) throw differs(issuer, metadata.issuer)
    return metadata as oidc.ServerMetadata
  } catch (error) {
    throw error instanceof UserError ? error : explain(issuer, error)
  }
}

function explain(issuer: URL, error: unknown): UserError {
  const { code, cause } = error as { code?: string; cause?: unknown }
  if (code === 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED') {
    return differs(issuer, String((cause as { body?: { issuer?: unknown } }).body?.issuer))
  }
  const isAnswer = code?.startsWith('OAUTH_') && code !== 'OAUTH_TIMEOUT' && code !== 'OAUTH_ABORT'
  if (isAnswer) {
    return new UserError(
      `${issuer.host} answers, but there is no description of a provider at ` +
        `${issuer.href.replace(/\/$/, '')}/.well-known/openid-configuration: check the path of the issuer.`,
    )
  }
  const reason = reasonOf(error)
  if (reason instanceof UserError) return reason
  const said = /Timeout|Abort/.test(reason.name) ? `nothing came within ${PATIENCE_S} seconds` : reason.message
  return new UserError(`${issuer.host} does not answer (${said}): check the issuer, and that this server reaches it.`)
}

function differs(issuer: URL, named: string): UserError {
  return new UserError(`The provider at ${issuer.href} calls itself "${named.slice(0, 200)}": use that as the issuer.`)
}

/** The innermost reason; of several addresses that were tried, the first. */
function reasonOf(error: unknown): Error {
  const { cause, errors } = error as { cause?: unknown; errors?: unknown[] }
  const inner = cause ?? errors?.[0]
  return inner instanceof Error ? reasonOf(inner) : (error as Error)
}

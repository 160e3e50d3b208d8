import { lookup as resolveName } from 'node:dns'
import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { isInNetworks } from './networks.ts'
import { UserError } from './user-error.ts'

/** What to send. */
export interface GuardedRequest {
  method?: string
  headers?: Record<string, string>
  body?: unknown
  signal?: AbortSignal
}

/**
 * Asks a server at an address that a user has chosen. Redirects are not followed. Rejects when there is no whole answer; with
 * a UserError when the address may not be reached.
 */
export type GuardedFetch = (url: string, request?: GuardedRequest) => Promise<Response>

const PATIENCE_MS = 5_000
const LARGEST_ANSWER = 1024 * 1024

/**
 * A `fetch` for addresses that users choose: it waits for 5 seconds, reads at most 1 MB, and reaches public addresses only,
 * and those in `networks`; null: all. A name is resolved once, and what was checked is what is connected to.
 */
export function makeGuardedFetch(networks: readonly string[] | null): GuardedFetch {
  const mayReach = (address: string) => networks === null || isPublic(address) || isInNetworks(address, networks)
  const lookup = guardedLookup(mayReach)
  return async (url, request = {}) => {
    const address = new URL(url)
    const host = address.hostname.replace(/^\[|\]$/g, '')
    // A literal address is connected to without being looked up.
    if (isIP(host) && !mayReach(host)) throw refusal(host)
    const signals = [AbortSignal.timeout(PATIENCE_MS), ...(request.signal ? [request.signal] : [])]
    return readAnswer(await send(address, request, { signal: AbortSignal.any(signals), lookup }))
  }
}

/** Whether anybody on the internet may have this address: not a private, local, reserved or translated one. */
export function isPublic(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast'
}

function send(address: URL, { method = 'GET', headers = {}, body }: GuardedRequest, options: http.RequestOptions) {
  const { request } = address.protocol === 'https:' ? https : http
  return new Promise<IncomingMessage>((resolve, reject) => {
    // A connection of its own: one that is kept could have been checked for somebody else.
    const sent = request(address, { method, headers, agent: false, ...options }, resolve)
    sent.on('error', reject)
    sent.end(body === undefined || body === null ? undefined : String(body))
  })
}

async function readAnswer(response: IncomingMessage): Promise<Response> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length
    // Leaving the loop closes the connection.
    if (size > LARGEST_ANSWER) throw new Error(`the answer is larger than ${LARGEST_ANSWER.toLocaleString('en')} bytes`)
    chunks.push(chunk)
  }
  const headers = new Headers()
  for (const [name, value] of Object.entries(response.headers)) headers.set(name, String(value))
  const status = response.statusCode!
  const isEmpty = status === 204 || status === 205 || status === 304
  return new Response(isEmpty ? null : Buffer.concat(chunks), { status, headers })
}

/** All addresses of a name have to do: which of them is connected to is not ours to choose. */
function guardedLookup(mayReach: (address: string) => boolean): LookupFunction {
  return (name, options, done) => {
    resolveName(name, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, [])
      if (!addresses.every(({ address }) => mayReach(address))) return done(refusal(name), [])
      if (options.all) return done(null, addresses)
      done(null, addresses[0]!.address, addresses[0]!.family)
    })
  }
}

function refusal(host: string): UserError {
  return new UserError(
    `${host} is not at a public address, so this server does not ask it. Whoever runs the server can allow the network ` +
      'with TACHOGRAPH_PRIVATE_NETWORKS.',
  )
}

import { UserError } from '../lib/user-error.ts'
import type { Actor } from './canary-terms.ts'

/** What came back, every byte of it. */
export interface Answer {
  status: number
  /** Without those that differ from one answer to the next. */
  headers: string
  text: string
  json: GraphQLAnswer | null
}

/** A GraphQL answer. */
export interface GraphQLAnswer {
  data?: Record<string, unknown> | null
  errors?: { message: string; path?: (string | number)[]; extensions?: { code?: string } }[]
}

export interface HttpRequest {
  method: string
  path: string
  body?: string
  type?: string
  /** Of somebody who has no session yet. */
  cookie?: string
}

/** The server that is looked at. */
export interface Client {
  url: string
  send(actor: Actor | null, request: HttpRequest): Promise<Answer>
  ask(actor: Actor | null, query: string, variables: Record<string, unknown>): Promise<Answer>
  /** How many requests were sent. */
  sent(): number
}

const PATIENCE_MS = 20_000
const CHANGING = new Set(['date', 'content-length', 'etag', 'keep-alive', 'connection', 'transfer-encoding'])

/** Talks to a running server. */
export function makeClient(url: string): Client {
  let sent = 0
  const send: Client['send'] = async (actor, { method, path, body, type, cookie }) => {
    sent++
    const headers = {
      ...credentials(actor),
      ...(type !== undefined && { 'Content-Type': type }),
      ...(cookie !== undefined && { Cookie: cookie }),
    }
    const response = await fetch(url + path, {
      method,
      headers,
      body: body ?? null,
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    const text = await response.text()
    const kept = [...response.headers].filter(([name]) => !CHANGING.has(name))
    return {
      status: response.status,
      headers: kept.map(([name, value]) => `${name}: ${value}`).join('\n'),
      text,
      json: readJson(text),
    }
  }
  return {
    url,
    send,
    sent: () => sent,
    ask: (actor, query, variables) =>
      send(actor, {
        method: 'POST',
        path: '/graphql',
        type: 'application/json',
        body: JSON.stringify({ query, variables }),
      }),
  }
}

/** How somebody shows who they are. */
export function credentials(actor: Actor | null): Record<string, string> {
  if (!actor) return {}
  if (/^tach(share)?_/.test(actor.token)) return { Authorization: `Bearer ${actor.token}` }
  return { Cookie: `tachograph_session=${actor.token}` }
}

/** Throws a UserError unless a Tachograph answers at this address. Returns the address without a slash at the end. */
export async function findServer(text: string): Promise<string> {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    throw new UserError(`--url is "${text}", but it has to be an address such as http://localhost:4000.`)
  }
  const url = new URL(text).origin + new URL(text).pathname.replace(/\/+$/, '')
  const answer = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(5_000) }).catch(() => null)
  if (!answer) throw new UserError(`No server answers at ${url}. Start one, or name another address with --url.`)
  const health = readJson(await answer.text()) as { status?: unknown } | null
  if (health?.status === 'up') return url
  throw new UserError(`What answers at ${url} is not Tachograph. Name its address with --url.`)
}

function readJson(text: string): GraphQLAnswer | null {
  try {
    return JSON.parse(text) as GraphQLAnswer
  } catch {
    return null
  }
}

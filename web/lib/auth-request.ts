/** Why something under `/auth` did not go well. */
export interface Refusal {
  /** A sentence to show. */
  text: string
  /** The status of the answer; null when there was none. */
  status: number | null
  /** When it makes sense to try again, in milliseconds since 1970; null when the server did not say. */
  retryAt: number | null
}

/** An answer of the server: its body where it has one, or why not. */
export type Answer = { ok: true; body: unknown } | { ok: false; refusal: Refusal }

const AWAY = 'The server cannot be reached. Check the connection and try again.'

/** Sends JSON to an address under `/auth` and reads what comes back. It never rejects. */
export async function postAuth(request: typeof fetch, path: string, body: unknown): Promise<Answer> {
  const headers = { 'content-type': 'application/json' }
  const response = await request(path, { method: 'POST', headers, body: JSON.stringify(body) }).catch(() => null)
  if (!response) return { ok: false, refusal: { text: AWAY, status: null, retryAt: null } }
  const answer: unknown = await response.json().catch(() => null)
  if (response.ok) return { ok: true, body: answer }
  const { status } = response
  return { ok: false, refusal: { text: refusalText(status, answer), status, retryAt: readRetryAt(response) } }
}

/** The text under a name in an answer; null when there is none. */
export function readField(body: unknown, name: string): string | null {
  const value = isRecord(body) ? body[name] : null
  return typeof value === 'string' ? value : null
}

/** Whether an answer says yes under a name. */
export function readFlag(body: unknown, name: string): boolean {
  return isRecord(body) && body[name] === true
}

/** The list under a name in an answer; empty when there is none. */
export function readItems(body: unknown, name: string): unknown[] {
  const value = isRecord(body) ? body[name] : null
  return Array.isArray(value) ? value : []
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function refusalText(status: number, body: unknown): string {
  const said = readField(body, 'error')
  if (said) return said
  if (status === 429) return 'Too many attempts. Wait a little before the next one.'
  if (status >= 502) return AWAY
  return `The server answered ${status}. Try again; if it stays so, look into the server's log.`
}

function readRetryAt(response: Response): number | null {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN)
  return Number.isFinite(seconds) ? Date.now() + seconds * 1000 : null
}

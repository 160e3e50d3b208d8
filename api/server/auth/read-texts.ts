import type { IncomingMessage } from 'node:http'
import { isStorable } from '../../lib/search-text.ts'
import { HttpError, readBody, refuseForeignSite } from '../http.ts'

const BODY_LIMIT = 16 * 1024
const LONGEST_TEXT = 1000

/**
 * Reads a body of the form `{"name": "text", ...}` that our own page or a program sent. Texts whose name ends with a question
 * mark may be left out. Throws HttpError with a sentence.
 */
export async function readTexts<Name extends string>(
  request: IncomingMessage,
  names: readonly Name[],
): Promise<Texts<Name>> {
  refuseForeignSite(request)
  // A form of another site can send text, but not this type.
  if (!request.headers['content-type']?.startsWith('application/json')) {
    throw new HttpError(415, 'Send the body as application/json.')
  }
  const body = parse(await readBody(request, BODY_LIMIT))
  return Object.fromEntries(names.map((asked) => [asked.replace('?', ''), readText(body, asked)])) as Texts<Name>
}

type Texts<Name extends string> = {
  [Asked in Name as Asked extends `${infer Optional}?` ? Optional : Asked]: Asked extends `${string}?`
    ? string | null
    : string
}

function parse(body: Buffer): Record<string, unknown> {
  let value: unknown
  try {
    value = JSON.parse(body.toString('utf8'))
  } catch {
    throw new HttpError(400, 'The body is not JSON.')
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  throw new HttpError(400, 'The body has to be a JSON object, as {"email": "..."}.')
}

function readText(body: Record<string, unknown>, asked: string): string | null {
  const name = asked.replace('?', '')
  const value = Object.hasOwn(body, name) ? body[name] : undefined
  if (value === undefined || value === null) {
    if (name !== asked) return null
    throw new HttpError(400, `"${name}" is missing.`)
  }
  if (typeof value !== 'string') throw new HttpError(400, `"${name}" has to be a text in quotes.`)
  if (value.length > LONGEST_TEXT) throw new HttpError(400, `"${name}" is longer than 1,000 characters.`)
  if (!isStorable(value)) throw new HttpError(400, `"${name}" has a character that cannot be stored: leave it out.`)
  return value
}

import { UserError } from '../../lib/user-error.ts'

/**
 * Bytes to text. A byte order mark is dropped. Throws a UserError where the bytes are not of the encoding: replacing them
 * would change names and ids without a word.
 */
export async function* decoded(
  chunks: AsyncIterable<Uint8Array>,
  encoding: string,
  name: string,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  try {
    for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true })
    yield decoder.decode()
  } catch (error) {
    if (!(error instanceof TypeError && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA'))
      throw error
    throw new UserError(
      `${name} is not ${encoding}. Name its encoding in the mapping, such as "encoding": "windows-1252" or "utf-16le".`,
    )
  }
}

/** Line ends of Windows (CRLF) and of old Macs (CR) become LF, also inside of quotes: so lines are counted in one way. */
export async function* withUnixLines(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let held = ''
  for await (const text of texts) {
    const whole = held + text
    // A CR at the end may be the first half of a CRLF.
    held = whole.endsWith('\r') ? '\r' : ''
    yield whole.slice(0, whole.length - held.length).replaceAll(/\r\n?/g, '\n')
  }
  if (held !== '') yield '\n'
}

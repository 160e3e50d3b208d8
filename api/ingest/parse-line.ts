import { isUtf8 } from 'node:buffer'

export type ParsedLine = { value: unknown } | { wrong: string } | null

const BOM = '\ufeff'
const LONGEST_REASON = 200

/** The JSON value of a line, or why there is none; null for a blank line. */
export function parseLine(bytes: Buffer): ParsedLine {
  if (bytes.length === 0) return null
  if (!isUtf8(bytes)) return { wrong: 'The line is not valid UTF-8: send text in UTF-8.' }
  const text = bytes.toString('utf8')
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    // A blank line or a byte order mark is rare: look for them only when the line is no JSON.
    if (text.startsWith(BOM)) return parseLine(bytes.subarray(3))
    if (text.trim() === '') return null
    const why = error instanceof Error ? error.message : String(error)
    return { wrong: `The line is not JSON: ${why.slice(0, LONGEST_REASON)}. Send one object a line.` }
  }
}

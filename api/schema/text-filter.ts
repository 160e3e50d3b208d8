import { containsPattern, isStorable } from '../lib/search-text.ts'
import { badInput } from './errors.ts'

/** The longest text that can be looked for: keys and identifiers have 200 characters at most. */
const LONGEST = 1_000

/** The pattern for a filter "contains this text", or null when there is no such filter. Throws BAD_INPUT; `name` is the filter's. */
export function readTextFilter(text: string | null | undefined, name: string): string | null {
  if (text == null) return null
  checkStorable(text, name)
  if (text.length > LONGEST) {
    throw badInput(`"${name}" has ${text.length} characters. Look for a part of it, of ${LONGEST} characters at most.`)
  }
  return containsPattern(text)
}

/** Refuses text that nothing stored can be equal to, because the database cannot hold it. */
export function checkStorable(text: string, name: string): void {
  if (!isStorable(text)) {
    throw badInput(`"${name}" contains a NUL character or half a character, which no stored text has. Leave it out.`)
  }
}

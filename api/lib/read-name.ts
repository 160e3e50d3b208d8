import { isStorable } from './search-text.ts'
import { UserError } from './user-error.ts'

/** A name that people see, without blanks around it. Throws a UserError when it is empty, too long or cannot be stored. */
export function readName(what: string, text: string): string {
  const name = text.trim()
  if (name === '') throw new UserError(`The ${what} is empty.`)
  if (name.length > 100) throw new UserError(`The ${what} is longer than 100 characters.`)
  if (!isStorable(name) || /\p{Cc}/u.test(name)) throw new UserError(`The ${what} has characters that cannot be shown.`)
  return name
}

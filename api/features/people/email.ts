import { isStorable } from '../../lib/search-text.ts'
import { UserError } from '../../lib/user-error.ts'

const LONGEST_EMAIL = 200
/** One @, and nothing that mail programs read as a list, a name or a comment. */
const EMAIL = /^[^\s@,;:<>()[\]\\"\p{Cc}]+@[^\s@,;:<>()[\]\\"\p{Cc}]+$/u

/** An e-mail address as it is stored: people write their own in many ways. Throws a UserError when it is none. */
export function readEmail(text: string): string {
  const email = plainEmail(text)
  if (email.length > LONGEST_EMAIL || !isStorable(email) || !EMAIL.test(email)) {
    throw new UserError(`"${text.slice(0, LONGEST_EMAIL)}" is not an e-mail address.`)
  }
  return email
}

/** The same for an address that somebody signs in with: it need not be one. */
export function plainEmail(text: string): string {
  return text.trim().toLowerCase()
}

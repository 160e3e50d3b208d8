import { createHash } from 'node:crypto'
import { isStorable } from '../../lib/search-text.ts'
import { UserError } from '../../lib/user-error.ts'

export const SHORTEST_PASSWORD = 10
const LONGEST_PASSWORD = 1000
/** How long the service for breached passwords may take: then the password is taken without its advice. */
const PATIENCE_MS = 2_000

/** Whose password it is to be, and what is known of them: it may not be that. */
export interface PasswordOwner {
  email: string
  name: string
}

/**
 * Refuses a password that others would try: one that is short, known from breaches, or a name or address of its owner.
 * Throws a UserError. `pwnedPasswordsUrl` is a service like that of Have I Been Pwned; null: only the list that is here.
 */
export async function checkPassword(
  password: string,
  { email, name }: PasswordOwner,
  pwnedPasswordsUrl: string | null,
): Promise<void> {
  if ([...password.normalize('NFKC')].length < SHORTEST_PASSWORD) {
    throw new UserError(`The password is too short: use at least ${SHORTEST_PASSWORD} characters.`)
  }
  if (password.length > LONGEST_PASSWORD) {
    throw new UserError('The password is too long: use at most 1,000 characters.')
  }
  if (!isStorable(password))
    throw new UserError('The password has characters that cannot be typed. Choose another one.')
  const plain = fold(password)
  if ([email, email.split('@')[0]!, name, name.replaceAll(' ', '')].some((known) => fold(known) === plain)) {
    throw new UserError('The password is your name or your address, which others know too. Choose another one.')
  }
  if ((await commonPasswords()).has(plain)) {
    throw new UserError('The password is one of those that are tried first. Choose another one.')
  }
  if (pwnedPasswordsUrl !== null && (await isBreached(password, pwnedPasswordsUrl))) {
    throw new UserError('The password is known from a breach of another site. Choose another one.')
  }
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim()
}

let common: Promise<ReadonlySet<string>> | null = null

/** Those of the common ones that are long enough to be chosen. Read when the first password is chosen. */
function commonPasswords(): Promise<ReadonlySet<string>> {
  common ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) => new Set(dictionary['passwords-common'].filter((text) => text.length >= SHORTEST_PASSWORD)),
  )
  return common
}

/**
 * Asks with the first five characters of the password's SHA-1, and gets the rest of all that begin like this: the service
 * never learns the password. When it does not answer, nobody is kept from choosing a password.
 */
async function isBreached(password: string, url: string): Promise<boolean> {
  const hash = createHash('sha1').update(password).digest('hex').toUpperCase()
  try {
    const response = await fetch(`${url.replace(/\/+$/, '')}/range/${hash.slice(0, 5)}`, {
      headers: { 'Add-Padding': 'true' },
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    if (!response.ok) return false
    // A line is the rest of a hash and how often it was seen; those that pad the answer were seen 0 times.
    const line = (await response.text()).split(/\r?\n/).find((known) => known.toUpperCase().startsWith(hash.slice(5)))
    return line !== undefined && Number(line.split(':')[1]) > 0
  } catch {
    return false
  }
}

import { readName } from '../../lib/read-name.ts'
import { UserError } from '../../lib/user-error.ts'

const LONGEST = 500

/**
 * The path of a folder: names with "/" between them, without blanks around each. Null for none. Throws a UserError for names
 * that cannot be shown.
 *
 * @example readFolder(' Operations / Night ') // 'Operations/Night'
 */
export function readFolder(text: string | null | undefined): string | null {
  if (text == null || text.trim() === '') return null
  if (text.length > LONGEST) throw new UserError(`The path of the folder is longer than ${LONGEST} characters.`)
  return text
    .split('/')
    .map((name) => readName('name of the folder', name))
    .join('/')
}

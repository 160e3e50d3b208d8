import { UserError } from '../../lib/user-error.ts'
import { checkStorable } from '../../schema/text-filter.ts'

const LONGEST = 500

/** What somebody says of a version; null for nothing. Throws what the caller is told for a text that is too long. */
export function readComment(comment: string | null | undefined): string | null {
  const text = comment?.trim() || null
  if (text !== null && text.length > LONGEST) {
    throw new UserError(`"comment" has ${text.length} characters. Write ${LONGEST} at most.`)
  }
  checkStorable(text ?? '', 'comment')
  return text
}

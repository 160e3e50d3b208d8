import { parseTime } from '../lib/parse-time.ts'
import { UserError } from '../lib/user-error.ts'

const DAY = /^\d{4}-\d{2}-\d{2}$/

/**
 * Reads when a key ends: a day, whose first moment in UTC is meant, or an ISO 8601 time with its offset from UTC. Throws a
 * UserError when it is neither, or not after `now`.
 */
export function readExpiry(text: string, now: Date): Date {
  const parsed = parseTime(DAY.test(text) ? `${text}T00:00:00Z` : text)
  if ('wrong' in parsed) throw new UserError(`--expires is "${text}", which ${parsed.wrong}.`)
  if (parsed.ms <= now.getTime()) throw new UserError(`--expires is ${text}, which is over already.`)
  return new Date(parsed.ms)
}

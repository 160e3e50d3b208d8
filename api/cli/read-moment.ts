import { parseTime } from '../lib/parse-time.ts'
import { UserError } from '../lib/user-error.ts'

const DAY = /^\d{4}-\d{2}-\d{2}$/

/**
 * Reads a moment that an option names: a day, whose first moment in UTC is meant, or an ISO 8601 time with its offset from
 * UTC. Throws a UserError with the name of the option when it is neither.
 */
export function readMoment(option: string, text: string): Date {
  const parsed = parseTime(DAY.test(text) ? `${text}T00:00:00Z` : text)
  if ('wrong' in parsed) throw new UserError(`${option} is "${text}", which ${parsed.wrong}.`)
  return new Date(parsed.ms)
}

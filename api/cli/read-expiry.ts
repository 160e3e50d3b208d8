import { UserError } from '../lib/user-error.ts'
import { readMoment } from './read-moment.ts'

/** Reads when a key ends, as `readMoment` does. Throws a UserError when it is no moment, or not after `now`. */
export function readExpiry(text: string, now: Date): Date {
  const expiry = readMoment('--expires', text)
  if (expiry <= now) throw new UserError(`--expires is ${text}, which is over already.`)
  return expiry
}

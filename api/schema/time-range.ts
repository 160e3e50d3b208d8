import { parseDuration } from '../lib/duration.ts'
import { quoted } from '../lib/nearest.ts'
import { subtractDuration } from '../lib/zoned-time.ts'
import { builder } from './builder.ts'
import { badInput } from './errors.ts'

/** A stretch of time as it is asked for. */
export interface TimeRange {
  /** ISO 8601, ending at `to`: `PT6H`, `P30D`, `P1M`. */
  last?: string | null
  /** Inclusive. */
  from?: Date | null
  /** Exclusive. Default: now. */
  to?: Date | null
}

/** `TimeRangeInput` in GraphQL, for every filter by time. */
export const TimeRangeInput = builder.inputRef<TimeRange>('TimeRangeInput').implement({
  description: 'A stretch of time: either `last`, or `from`. It ends at `to`, which is now unless it is given.',
  fields: (t) => ({
    last: t.field({
      type: 'Duration',
      description:
        'How long, as an ISO 8601 duration in whole numbers: "PT6H", "P30D", "P1M", "P1Y". Months and days follow the calendar.',
    }),
    from: t.field({ type: 'DateTime', description: 'The first moment, included.' }),
    to: t.field({ type: 'DateTime', description: 'The end, not included. Default: now.' }),
  }),
})

/** Nothing was recorded before, and nothing is planned after: what lies outside is a slip of the pen. */
const EARLIEST = Date.UTC(1970, 0, 1)
const LATEST = Date.UTC(2200, 0, 1)

/**
 * The moments that a range stands for: `from` inclusive, `to` exclusive, `from` before `to`. Months and days of `last` are
 * counted on the calendar of the time zone: `P1D` before noon is noon of the day before, also across daylight saving.
 *
 * Throws badInput when the range has no beginning or two, when it is empty, and when it leaves the years 1970 to 2200.
 */
export function resolveRange(input: TimeRange, now: Date, timezone = 'UTC'): { from: Date; to: Date } {
  const to = withinReason('to', input.to ?? now)
  const beginning = input.last == null ? input.from : startOfLast(input, input.last, to, timezone)
  if (beginning == null) throw badInput('The time range has no beginning: give "last", such as "P30D", or "from".')
  const from = withinReason('from', beginning)
  if (from >= to) {
    const range = `"from" is ${from.toISOString()} and "to" is ${to.toISOString()}`
    throw badInput(`The time range is empty: ${range}. "from" must be before "to".`)
  }
  return { from, to }
}

function withinReason(name: string, at: Date): Date {
  if (at.getTime() >= EARLIEST && at.getTime() <= LATEST) return at
  throw badInput(`The time range's "${name}" lies outside the years 1970 to 2200: give a nearer one.`)
}

function startOfLast(input: TimeRange, last: string, to: Date, timezone: string): Date {
  if (input.from != null) throw badInput('The time range has two beginnings: give "last" or "from", not both.')
  const duration = parseDuration(last)
  if (!duration) {
    throw badInput(`${quoted(last)} is not a duration: write it in whole numbers like "PT6H", "P30D", "P1M" or "P1Y".`)
  }
  // Beyond this the calendar of the engine ends; the caller refuses far less.
  if (duration.months > 12 * 300 || duration.days > 366 * 300) return new Date(NaN)
  return new Date(subtractDuration(to.getTime(), duration, timezone))
}

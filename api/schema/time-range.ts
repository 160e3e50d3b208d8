import { addPeriods, type CalendarPeriod, startOfPeriod } from '../lib/calendar-periods.ts'
import { parseDuration } from '../lib/duration.ts'
import { quoted } from '../lib/nearest.ts'
import { instantOf, subtractDuration, wallOf } from '../lib/zoned-time.ts'
import { builder } from './builder.ts'
import { badInput } from './errors.ts'

/** A stretch of time as it is asked for. It has one beginning: `last`, `previous`, `current` or `from`. */
export interface TimeRange {
  /** ISO 8601, ending at `to`: `PT6H`, `P30D`, `P1M`. */
  last?: string | null
  /** Whole periods of the calendar, ending where the current one begins. */
  previous?: CalendarPeriod | null
  /** How many of them. Default: 1. */
  count?: number | null
  /** From the beginning of this period until now. */
  current?: CalendarPeriod | null
  /** Inclusive. */
  from?: Date | null
  /** Exclusive; after `last` and `from` only. Default: now. */
  to?: Date | null
}

const CalendarPeriodEnum = builder.enumType('CalendarPeriod', {
  description: 'A stretch of time that a calendar has, in the time zone of the question.',
  values: {
    DAY: {},
    WEEK: { description: 'ISO weeks: they begin on Monday.' },
    MONTH: {},
    QUARTER: {},
    YEAR: {},
  },
})

/** `TimeRangeInput` in GraphQL, for every filter by time. */
export const TimeRangeInput = builder.inputRef<TimeRange>('TimeRangeInput').implement({
  description:
    'A stretch of time, with one of these beginnings: `last`, `previous`, `current` or `from`. Days and longer follow the ' +
    'time zone of the question, and UTC where it has none.',
  fields: (t) => ({
    last: t.field({
      type: 'Duration',
      description:
        'How long, as an ISO 8601 duration in whole numbers: "PT6H", "P30D", "P1M", "P1Y". Months and days follow the calendar.',
    }),
    previous: t.field({
      type: CalendarPeriodEnum,
      description: 'The last one of these that is over: with MONTH all of last month.',
    }),
    count: t.int({ description: 'With `previous`: how many of them, at most 1000. Default: 1.' }),
    current: t.field({
      type: CalendarPeriodEnum,
      description: 'The one of these that is not over, until now: with MONTH since the first of this month.',
    }),
    from: t.field({ type: 'DateTime', description: 'The first moment, included.' }),
    to: t.field({ type: 'DateTime', description: 'The end of `last` and `from`, not included. Default: now.' }),
  }),
})

/** Nothing was recorded before, and nothing is planned after: what lies outside is a slip of the pen. */
const EARLIEST = Date.UTC(1970, 0, 1)
const LATEST = Date.UTC(2200, 0, 1)
const MAX_COUNT = 1000
const BEGINNINGS = ['last', 'previous', 'current', 'from'] as const

/**
 * The moments that a range stands for: `from` inclusive, `to` exclusive, `from` before `to`. Periods, and months and days of
 * `last`, are those of the time zone: `P1D` before noon is noon of the day before, also across daylight saving.
 *
 * Throws badInput when the range has no beginning or two, when it is empty, and when it leaves the years 1970 to 2200.
 */
export function resolveRange(input: TimeRange, now: Date, timezone = 'UTC'): { from: Date; to: Date } {
  refuseContradictions(input)
  if (input.previous != null) return previousPeriods(input.previous, input.count ?? 1, now, timezone)
  if (input.current != null) return currentPeriod(input.current, now, timezone)
  const to = withinReason('to', input.to ?? now)
  const beginning = input.last == null ? input.from! : startOfLast(input.last, to, timezone)
  const from = withinReason('from', beginning)
  if (from >= to) {
    const range = `"from" is ${from.toISOString()} and "to" is ${to.toISOString()}`
    throw badInput(`The time range is empty: ${range}. "from" must be before "to".`)
  }
  return { from, to }
}

function refuseContradictions(input: TimeRange) {
  const given = BEGINNINGS.filter((name) => input[name] != null)
  if (given.length === 0) {
    throw badInput('The time range has no beginning: give "last", such as "P30D", or "previous", "current" or "from".')
  }
  if (given.length > 1) {
    throw badInput(`The time range has two beginnings: give "${given[0]}" or "${given[1]}", not both.`)
  }
  const [beginning] = given
  if (input.to != null && (beginning === 'previous' || beginning === 'current')) {
    throw badInput(`The time range has "${beginning}", which has an end of its own: leave out "to".`)
  }
  if (input.count == null) return
  if (beginning !== 'previous') throw badInput('The time range has "count": it belongs to "previous".')
  if (!(Number.isInteger(input.count) && input.count >= 1 && input.count <= MAX_COUNT)) {
    throw badInput(`"count" is ${input.count}: it must be a whole number between 1 and ${MAX_COUNT}.`)
  }
}

function previousPeriods(period: CalendarPeriod, count: number, now: Date, timezone: string) {
  const end = startOfPeriod(wallOf(now.getTime(), timezone), period)
  const from = new Date(instantOf(addPeriods(end, period, -count), timezone))
  return { from: withinReason('from', from), to: new Date(instantOf(end, timezone)) }
}

/** In its first moment it is a millisecond long: a range is never empty. */
function currentPeriod(period: CalendarPeriod, now: Date, timezone: string) {
  const from = instantOf(startOfPeriod(wallOf(now.getTime(), timezone), period), timezone)
  return { from: new Date(from), to: new Date(Math.max(now.getTime(), from + 1)) }
}

function withinReason(name: string, at: Date): Date {
  if (at.getTime() >= EARLIEST && at.getTime() <= LATEST) return at
  throw badInput(`The time range's "${name}" lies outside the years 1970 to 2200: give a nearer one.`)
}

function startOfLast(last: string, to: Date, timezone: string): Date {
  const duration = parseDuration(last)
  if (!duration) {
    throw badInput(`${quoted(last)} is not a duration: write it in whole numbers like "PT6H", "P30D", "P1M" or "P1Y".`)
  }
  // Beyond this the calendar of the engine ends; the caller refuses far less.
  if (duration.months > 12 * 300 || duration.days > 366 * 300) return new Date(NaN)
  return new Date(subtractDuration(to.getTime(), duration, timezone))
}

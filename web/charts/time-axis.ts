import type { Granularity } from '../lib/granularity.ts'
import { dateText, zoneText } from './date-text.ts'
import { localMoments } from './local-time.ts'
import type { Bucket } from './shape.ts'

/** A labelled place of the time axis. */
export type TimeTick = { index: number; label: string }

const dayOptions = { day: 'numeric', month: 'short', year: 'numeric' } as const

const dayMinutes = 1440

/** Monday, 5 January 1970, so that steps of weeks begin on Mondays. */
const mondayMinutes = 4 * dayMinutes

type Step = { kind: 'minutes'; size: number; offset: number } | { kind: 'months'; size: number }

const minutes = (size: number, offset = 0): Step => ({ kind: 'minutes', size, offset })
const months = (size: number): Step => ({ kind: 'months', size })

const steps: readonly Step[] = [
  ...[1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, dayMinutes, 2 * dayMinutes].map((size) => minutes(size)),
  minutes(7 * dayMinutes, mondayMinutes),
  minutes(14 * dayMinutes, mondayMinutes),
  ...[1, 2, 3, 6, 12, 24, 60, 120].map(months),
]

type LocalTime = { minute: number; month: number }

/**
 * At most `most` labelled places, at the starts of hours, days, weeks or months in the given zone: the finest step that
 * fits. A time of day names its day where a new one begins. With too few buckets for a step, the first is labelled.
 */
export function timeTicks(buckets: readonly Pick<Bucket, 'from'>[], timezone: string, most = 5): TimeTick[] {
  const local = localTimes(
    buckets.map(({ from }) => from),
    timezone,
  )
  for (const step of steps) {
    const indexes = startsOf(local, step)
    if (indexes.length > 0 && indexes.length <= most) {
      return indexes.map((index) => ({ index, label: tickLabel(local[index] ?? { minute: 0, month: 0 }, step) }))
    }
  }
  const [first] = local
  return first ? [{ index: 0, label: tickLabel(first, minutes(1)) }] : []
}

/** The whole name of a bucket: 'Fri 20 Nov 2026, 14:00–15:00 CET', 'Week of Mon 16 Nov 2026', 'Nov 2026'. */
export function bucketName(bucket: Pick<Bucket, 'from' | 'to'>, every: Granularity, timezone: string): string {
  const weekday = (at: number): string => dateText(at, { weekday: 'short' }, timezone)
  const day = `${weekday(bucket.from)} ${dateText(bucket.from, dayOptions, timezone)}`
  const zone = zoneText(bucket.from, timezone)
  if (every === 'MINUTE' || every === 'HOUR')
    return `${day}, ${clock(bucket.from, timezone)}–${clock(bucket.to, timezone)} ${zone}`
  if (every === 'DAY') return `${day} (${zone})`
  if (every === 'WEEK') return `Week of ${day} (${zone})`
  if (every === 'YEAR') return `${dateText(bucket.from, { year: 'numeric' }, timezone)} (${zone})`
  const month = dateText(bucket.from, { month: 'long', year: 'numeric' }, timezone)
  return every === 'QUARTER' ? `Quarter from ${month} (${zone})` : `${month} (${zone})`
}

const clock = (at: number, timezone: string): string =>
  dateText(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, timezone)

function startsOf(local: readonly LocalTime[], step: Step): number[] {
  const keys = local.map((time) =>
    step.kind === 'minutes' ? Math.floor((time.minute - step.offset) / step.size) : Math.floor(time.month / step.size),
  )
  return local.flatMap((time, index) => {
    const starts = index === 0 ? isStart(time, step) : keys[index] !== keys[index - 1]
    return starts ? [index] : []
  })
}

/** True when a step begins exactly here. The first bucket has no neighbour to tell it by. */
function isStart({ minute, month }: LocalTime, step: Step): boolean {
  if (step.kind === 'minutes') return (minute - step.offset) % step.size === 0
  return month % step.size === 0 && new Date(minute * 60_000).getUTCDate() === 1
}

function tickLabel({ minute }: LocalTime, step: Step): string {
  const say = (options: Intl.DateTimeFormatOptions): string => dateText(minute * 60_000, options, 'UTC')
  if (step.kind === 'months') {
    const isJanuary = new Date(minute * 60_000).getUTCMonth() === 0
    return step.size >= 12
      ? say({ year: 'numeric' })
      : say(isJanuary ? { month: 'short', year: 'numeric' } : { month: 'short' })
  }
  if (step.size >= dayMinutes || minute % dayMinutes === 0) return say({ day: 'numeric', month: 'short' })
  return say({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
}

/** Wall-clock times of a zone, counted as if it were UTC, so that arithmetic on them follows the calendar. */
function localTimes(moments: readonly number[], timeZone: string): LocalTime[] {
  return localMoments(moments, timeZone).map((local) => {
    const date = new Date(local)
    return { minute: local / 60_000, month: date.getUTCFullYear() * 12 + date.getUTCMonth() }
  })
}

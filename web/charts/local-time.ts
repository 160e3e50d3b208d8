import { lengths } from '../lib/format.ts'
import { dateFormatter } from './date-text.ts'

const options = {
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
} as const

/** No zone changes its clocks and back again within this time. */
const steadyMs = 14 * lengths.day

/**
 * Wall-clock times of a zone to the minute, in milliseconds as if it were UTC, so that arithmetic on them follows the calendar.
 * Asking the calendar takes microseconds, which is long for ten thousand moments: it is asked only where clocks may have changed.
 *
 * @param moments milliseconds since 1970, oldest first
 */
export function localMoments(moments: readonly number[], timeZone: string): number[] {
  const local = new Array<number>(moments.length)
  const fill = (first: number, last: number): void => {
    const [from, to] = [moments[first] ?? 0, moments[last] ?? 0]
    const offset = offsetAt(from, timeZone)
    if (to - from <= steadyMs && offsetAt(to, timeZone) === offset) {
      for (let i = first; i <= last; i += 1) local[i] = toMinute(moments[i] ?? 0) + offset
      return
    }
    const middle = Math.floor((first + last) / 2)
    fill(first, middle)
    fill(middle + 1, last)
  }
  if (moments.length > 0) fill(0, moments.length - 1)
  return local
}

const toMinute = (at: number): number => Math.floor(at / lengths.minute) * lengths.minute

/** How far the clocks of a zone are ahead of UTC, in milliseconds. */
function offsetAt(at: number, timeZone: string): number {
  const parts = new Map(
    dateFormatter(options, timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const part = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute')) - toMinute(at)
}

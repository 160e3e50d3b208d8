import type { IsoTime } from '../../lib/iso-time.ts'
import { DAY_MS } from '../../lib/zoned-time.ts'
import { type Contributor, explainSeries, type Explaining } from '../causes/index.ts'
import type { AnsweredSeries } from '../metrics/index.ts'

interface Change {
  series: AnsweredSeries
  at: IsoTime
  baselineFrom: IsoTime
}

interface Event {
  series: AnsweredSeries
  from: IsoTime
  to: IsoTime
}

const WEEK_MS = 7 * DAY_MS

/** The few groups that explain why what came after a change differs from as much time before it. */
export function contributorsOfChange(change: Change, deps: Explaining): Promise<Contributor[]> {
  const { series, at, baselineFrom } = change
  const moment = Date.parse(at)
  // Sums can be compared over equally long stretches only.
  const length = Math.min(moment - Date.parse(baselineFrom), series.to.getTime() - moment)
  return explainSeries(deps, series, { before: rangeOf(moment - length, length), after: rangeOf(moment, length) })
}

/**
 * The few groups that explain why an event differs from the same days and hours a week before; one that is longer, from as
 * much time before it.
 */
export function contributorsOfAnomaly({ series, from, to }: Event, deps: Explaining): Promise<Contributor[]> {
  const start = Date.parse(from)
  const length = Date.parse(to) - start
  const earlier = start - Math.max(WEEK_MS, length)
  return explainSeries(deps, series, { before: rangeOf(earlier, length), after: rangeOf(start, length) })
}

function rangeOf(start: number, length: number) {
  return { from: new Date(start), to: new Date(start + length) }
}

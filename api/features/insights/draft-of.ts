import type { Anomaly, ChangePoint, Trend } from '../findings/index.ts'
import type { AnsweredSeries } from '../metrics/index.ts'
import type { Draft, Place } from './draft.ts'
import type { Watch } from './watches.ts'

/** What is told of an anomaly. It lasts while it reaches the last complete bucket. */
export function draftOfAnomaly(anomaly: Anomaly): Draft {
  const { series, from, to, direction, baselineFrom, baselineTo } = anomaly
  return {
    ...placeOf(series),
    ...evidenceOf(anomaly),
    kind: 'ANOMALY',
    direction: direction === 'ABOVE' ? 'UP' : 'DOWN',
    startedAt: new Date(from),
    endedAt: Date.parse(to) < endOfComplete(series) ? new Date(to) : null,
    expected: anomaly.expected,
    actual: anomaly.actual,
    lower: anomaly.lower,
    upper: anomaly.upper,
    baselineFrom: new Date(baselineFrom),
    baselineTo: new Date(baselineTo),
  }
}

/** What is told of a change for good: the medians before and after. */
export function draftOfChange(change: ChangePoint): Draft {
  const { series, at, before, after, baselineFrom } = change
  return {
    ...placeOf(series),
    ...evidenceOf(change),
    kind: 'CHANGE_POINT',
    direction: after > before ? 'UP' : 'DOWN',
    startedAt: new Date(at),
    endedAt: null,
    expected: before,
    actual: after,
    lower: null,
    upper: null,
    baselineFrom: new Date(baselineFrom),
    baselineTo: new Date(at),
  }
}

/** What is told of a trend: where its line begins and ends. It goes through the middle of the values. */
export function draftOfTrend(trend: Trend, series: AnsweredSeries): Draft {
  const { from, to, direction, slopePerPoint, n } = trend
  const values = series.points.flatMap(({ at, value }) => (value !== null && at >= from && at < to ? [value] : []))
  const middle = values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
  const half = (slopePerPoint * (n - 1)) / 2
  return {
    ...placeOf(series),
    ...evidenceOf(trend),
    kind: 'TREND',
    direction: direction === 'UP' ? 'UP' : 'DOWN',
    startedAt: new Date(from),
    endedAt: null,
    expected: middle - half,
    actual: middle + half,
    lower: null,
    upper: null,
    baselineFrom: new Date(from),
    baselineTo: new Date(to),
  }
}

function placeOf({ query, key, measure, title, unit }: AnsweredSeries): Place {
  const valueOf = (name: string) => key.find(({ dimension }) => dimension === name)?.value ?? null
  const every = query.every as Watch['every']
  return { pipeline: valueOf('pipeline')!, measure, title, unit, currency: valueOf('currency'), every }
}

function evidenceOf({ method, pValue, qValue, confidence, sentence }: Anomaly | ChangePoint | Trend) {
  return { method, pValue, qValue, confidence, sentence }
}

function endOfComplete({ points, to }: AnsweredSeries): number {
  const next = points.findLastIndex(({ complete }) => complete) + 1
  return next < points.length ? Date.parse(points[next]!.at) : to.getTime()
}

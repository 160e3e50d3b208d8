import { bucketName, shortValue, type Unit } from '../../../charts/index.ts'
import type { PipelineFindingsQuery } from '../../../gql/graphql.ts'
import { formatChange } from '../../../lib/format.ts'
import { granularityMs, type Granularity } from '../../../lib/granularity.ts'
import { spanWords } from '../../../lib/range-words.ts'

/** The findings of one measure, as GraphQL answers them. */
export type FoundSeries = PipelineFindingsQuery['series'][number]

/** What is usual in a bucket. */
export type FoundBandPoint = NonNullable<NonNullable<FoundSeries['band']>['found']>[number]

/** An anomaly. */
export type FoundAnomaly = NonNullable<NonNullable<FoundSeries['anomalies']>['found']>[number]

/** A change point. */
export type FoundChange = NonNullable<NonNullable<FoundSeries['changePoints']>['found']>[number]

/** A forecast. */
export type FoundForecast = NonNullable<NonNullable<FoundSeries['forecast']>['found']>

/** How moments are told. */
export type Calendar = { every: Granularity; timezone: string }

/** The newest bucket of a band: nobody wants to hear all of them. */
export function bandText(points: readonly FoundBandPoint[], unit: Unit, calendar: Calendar): string {
  const newest = points.at(-1)
  if (!newest) return 'none'
  const { at, lower, upper, expected } = newest
  return `${momentText(at, calendar)}: ${fromTo(lower, upper, unit, 'to')}, ${shortValue(expected, unit)} expected`
}

/** The value of an anomaly beside its mark in the picture. */
export const valueText = (value: number, unit: Unit): string =>
  unit === 'COUNT' ? `${shortValue(value, unit)} ${value === 1 ? 'job' : 'jobs'}` : shortValue(value, unit)

/** How far an anomaly was from what is usual, and whether it stayed so. */
export function anomalyText({ actual, expected, lower, upper, method }: FoundAnomaly, unit: Unit): string {
  const usual = `${shortValue(expected, unit)} expected, ${fromTo(lower, upper, unit, 'to')} usual`
  return `${valueText(actual, unit)} against ${usual}${method === 'LEVEL_SHIFT' ? ', and a new level since' : ''}`
}

/** The anomalies of a measure in a sentence: how many there are, and the latest of them. */
export function anomaliesText(events: readonly FoundAnomaly[], unit: Unit, calendar: Calendar): string {
  const latest = events.at(-1)
  if (!latest) return 'none'
  const lead = events.length === 1 ? '' : `${events.length}, the latest `
  return `${lead}${eventTime(latest, calendar)}: ${anomalyText(latest, unit)}`
}

/** A change beside its line in the picture. A share says from where to where, as a percentage of a percentage misleads. */
export function changeLabel({ kind, before, after, relativeChange }: FoundChange, unit: Unit): string {
  if (kind === 'SLOPE') return 'turn'
  if (unit === 'RATIO' || relativeChange == null) return fromTo(before, after, unit, '→')
  return formatChange(relativeChange)
}

/** The same in words. */
export function changeText({ kind, before, after }: FoundChange, unit: Unit): string {
  const medians = `median ${fromTo(before, after, unit, 'before,')} after`
  if (kind === 'SLOPE') return `rises or falls otherwise from here, ${medians}`
  return `${after > before ? 'up' : 'down'} from ${fromTo(before, after, unit, 'to')}`
}

/** The changes of a measure in a sentence: the latest of them, and how many there are. */
export function changesText(changes: readonly FoundChange[], unit: Unit, calendar: Calendar): string {
  const latest = changes.at(-1)
  if (!latest) return 'none'
  const lead = changes.length === 1 ? '' : `${changes.length}, the latest `
  return `${lead}${momentText(latest.at, calendar)}: ${changeText(latest, unit)}`
}

/** Where a trend goes, by the ends of its line, unless these read the same. */
export function trendText(direction: 'UP' | 'DOWN', ends: { first: number; last: number }, unit: Unit): string {
  const verb = direction === 'UP' ? 'rises' : 'falls'
  const first = shortValue(ends.first, unit)
  return first === shortValue(ends.last, unit)
    ? `${verb} a little, near ${first}`
    : `${verb} from ${fromTo(ends.first, ends.last, unit, 'to')}`
}

/** The last bucket of a forecast, and how sure it is. */
export function forecastText({ points, level }: FoundForecast, unit: Unit, calendar: Calendar): string {
  const last = points.at(-1)
  if (!last) return 'none'
  const band = fromTo(last.lower, last.upper, unit, 'to')
  return `${momentText(last.at, calendar)}: ${shortValue(last.value, unit)}, ${Math.round(level * 100)}% range ${band}`
}

/** An event of one bucket by the name of that, a longer one by its ends, a new level by its beginning. */
function eventTime({ from, to, at, method }: FoundAnomaly, calendar: Calendar): string {
  const span = { from: Date.parse(from), to: Date.parse(to) }
  // Days may be an hour longer than usual.
  if (span.to - span.from < 1.5 * granularityMs[calendar.every]) return momentText(at, calendar)
  const time = method === 'LEVEL_SHIFT' ? momentText(from, calendar) : spanWords(span, calendar.timezone)
  return `${time}, at its farthest`
}

function momentText(at: string, { every, timezone }: Calendar): string {
  const from = Date.parse(at)
  return bucketName({ from, to: from + granularityMs[every] }, every, timezone)
}

const fromTo = (from: number, to: number, unit: Unit, between: string): string =>
  `${shortValue(from, unit)} ${between} ${shortValue(to, unit)}`

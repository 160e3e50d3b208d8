import { bucketName, shortValue, type Unit } from '../../../charts/index.ts'
import type { PipelineFindingsQuery } from '../../../gql/graphql.ts'
import { formatChange } from '../../../lib/format.ts'
import { granularityMs, type Granularity } from '../../../lib/granularity.ts'

/** The findings of one measure, as GraphQL answers them. */
export type FoundSeries = PipelineFindingsQuery['series'][number]

/** A change point. */
export type FoundChange = NonNullable<NonNullable<FoundSeries['changePoints']>['found']>[number]

/** A forecast. */
export type FoundForecast = NonNullable<NonNullable<FoundSeries['forecast']>['found']>

/** How moments are told. */
export type Calendar = { every: Granularity; timezone: string }

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

/** Where a trend goes, by the ends of its line. */
export function trendText(direction: 'UP' | 'DOWN', ends: { first: number; last: number }, unit: Unit): string {
  return `${direction === 'UP' ? 'rises' : 'falls'} from ${fromTo(ends.first, ends.last, unit, 'to')}`
}

/** The last bucket of a forecast, and how sure it is. */
export function forecastText({ points, level }: FoundForecast, unit: Unit, calendar: Calendar): string {
  const last = points.at(-1)
  if (!last) return 'none'
  const band = fromTo(last.lower, last.upper, unit, 'to')
  return `${momentText(last.at, calendar)}: ${shortValue(last.value, unit)}, ${Math.round(level * 100)}% range ${band}`
}

function momentText(at: string, { every, timezone }: Calendar): string {
  const from = Date.parse(at)
  return bucketName({ from, to: from + granularityMs[every] }, every, timezone)
}

const fromTo = (from: number, to: number, unit: Unit, between: string): string =>
  `${shortValue(from, unit)} ${between} ${shortValue(to, unit)}`

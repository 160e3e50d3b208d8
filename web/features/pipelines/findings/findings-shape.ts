import type { ChartOverlays, Unit } from '../../../charts/index.ts'
import { granularityMs, type Granularity } from '../../../lib/granularity.ts'
import type { Span } from '../../../lib/range.ts'
import type { PipelineCharts } from '../pipeline-shape.ts'
import { findingNames, type FindingName } from '../search.ts'
import {
  changeLabel,
  changesText,
  changeText,
  forecastText,
  trendText,
  type Calendar,
  type FoundForecast,
  type FoundSeries,
} from './finding-words.ts'
import { analysedMeasures, type AnalysedMeasure } from './findings-query.ts'
import { trendLine } from './trend-line.ts'

/** One finding of a measure: what is drawn, and what is said. */
type Finding = { title: string; text: string; overlays: ChartOverlays }

/** What was found in one measure. */
export interface MeasureFindings {
  measure: AnalysedMeasure
  /** Its name for people. */
  title: string
  /** Each finding in words, also that there is none and why. */
  words: readonly Pick<Finding, 'title' | 'text'>[]
  overlays: ChartOverlays
}

/** Names of the findings, as the page says them. */
export const findingTitles: Readonly<Record<FindingName, string>> = {
  changes: 'Change points',
  trend: 'Trend',
  forecast: 'Forecast',
}

const titles: Readonly<Record<AnalysedMeasure, string>> = {
  count: 'Jobs',
  failure_rate: 'Failure rate',
  duration_p95: 'Duration p95',
}

/** What is shown of an answer, by measure. A finding that was not asked for yet is left out. */
export function shapeFindings(
  answer: readonly FoundSeries[],
  shown: readonly FindingName[],
  calendar: Calendar,
): MeasureFindings[] {
  return analysedMeasures.flatMap((measure) => {
    const series = answer.find((one) => one.measure === measure)
    if (!series) return []
    const findings = findingNames
      .filter((name) => shown.includes(name))
      .flatMap((name) => findingOf[name](series, calendar) ?? [])
    const overlays = findings.reduce<ChartOverlays>((all, finding) => joined(all, finding.overlays), {})
    return [{ measure, title: titles[measure], words: findings, overlays: named(overlays, measure, series.id) }]
  })
}

const joined = (a: ChartOverlays, b: ChartOverlays): ChartOverlays => ({
  ...a,
  ...b,
  lines: [...(a.lines ?? []), ...(b.lines ?? [])],
})

/** Says of which series of its chart they speak. Jobs are drawn as a stack of statuses: their number is the sum of all. */
function named(overlays: ChartOverlays, measure: AnalysedMeasure, id: string): ChartOverlays {
  if (measure === 'count') return overlays
  if (measure === 'failure_rate') return { ...overlays, of: id }
  const lines = overlays.lines?.map((line) => ({ ...line, label: `${line.label} of p95` }))
  return { ...overlays, of: id, lines }
}

/** Each finding of a series; null when the answer does not speak of it. */
const findingOf: Readonly<Record<FindingName, (series: FoundSeries, calendar: Calendar) => Finding | null>> = {
  changes({ changePoints, unit }, calendar) {
    const title = findingTitles.changes
    if (!changePoints) return null
    const { found, reason } = changePoints
    if (!found) return untold(title, reason)
    const changes = found.map((change) => ({
      at: change.at,
      label: changeLabel(change, unit),
      text: changeText(change, unit),
    }))
    return { title, text: changesText(found, unit, calendar), overlays: { changes } }
  },

  trend({ trend, unit, points }) {
    const title = findingTitles.trend
    if (!trend) return null
    const { found, reason } = trend
    if (!found) return untold(title, reason)
    const line = trendLine(points, found).map(({ at, value }) => ({ at, value: possible(value, unit) }))
    const [first] = line
    const last = line.at(-1)
    if (found.direction === 'NONE' || !first || !last) {
      return { title, text: 'neither rises nor falls', overlays: {} }
    }
    const text = trendText(found.direction, { first: first.value, last: last.value }, unit)
    return { title, text, overlays: { lines: [{ label: title, dash: 'long', points: line, text }] } }
  },

  forecast({ forecast, unit }, calendar) {
    const title = findingTitles.forecast
    if (!forecast) return null
    const { found, reason } = forecast
    if (!found) return untold(title, reason)
    const expected = withinPossible(found, unit)
    const text = forecastText(expected, unit, calendar)
    const band = { label: `${Math.round(found.level * 100)}% range`, points: expected.points }
    return { title, text, overlays: { lines: [{ label: title, dash: 'dots', points: expected.points, text }], band } }
  },
}

const untold = (title: string, reason: string | null | undefined): Finding => ({
  title,
  text: reason ?? 'cannot be told',
  overlays: {},
})

function withinPossible(forecast: FoundForecast, unit: Unit): FoundForecast {
  const points = forecast.points.map(({ at, value, lower, upper }) => ({
    at,
    value: possible(value, unit),
    lower: possible(lower, unit),
    upper: possible(upper, unit),
  }))
  return { ...forecast, points }
}

/** A straight line or a band may leave what can be: no number of jobs is negative, and no more than all of them fail. */
const possible = (value: number, unit: Unit): number =>
  Math.min(unit === 'RATIO' ? 1 : Number.POSITIVE_INFINITY, Math.max(0, value))

/** True when an answer is about the range that the charts show: both move on with the clock, but not at the same moment. */
export function isAbout(answer: readonly FoundSeries[], range: Span, every: Granularity): boolean {
  const [first] = answer
  if (!first) return false
  const slack = 2 * granularityMs[every]
  return Math.abs(Date.parse(first.from) - range.from) < slack && Math.abs(Date.parse(first.to) - range.to) < slack
}

/** The charts with what was found drawn over them. */
export function withFindings(charts: PipelineCharts, found: readonly MeasureFindings[]): PipelineCharts {
  const overlaysOf = (measure: AnalysedMeasure) => found.find((one) => one.measure === measure)?.overlays
  return {
    ...charts,
    byStatus: { ...charts.byStatus, overlays: overlaysOf('count') },
    failureRate: { ...charts.failureRate, overlays: overlaysOf('failure_rate') },
    durations: { ...charts.durations, overlays: overlaysOf('duration_p95') },
  }
}

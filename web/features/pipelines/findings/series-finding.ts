import type { ChartOverlays } from '../../../charts/index.ts'
import type { FindingName } from '../search.ts'
import {
  anomaliesText,
  anomalyText,
  bandText,
  changeLabel,
  changesText,
  changeText,
  forecastText,
  trendText,
  valueText,
  type Calendar,
  type FoundSeries,
} from './finding-words.ts'
import { possible, possibleEnds } from './possible.ts'
import { trendLine } from './trend-line.ts'

/** One finding of a series: what is drawn, and what is said. */
export type SeriesFinding = { title: string; text: string; overlays: ChartOverlays }

/** Names of the findings, as the page says them. */
export const findingTitles: Readonly<Record<FindingName, string>> = {
  band: 'Usual band',
  anomalies: 'Anomalies',
  changes: 'Change points',
  trend: 'Trend',
  forecast: 'Forecast',
}

type ReadFinding = (series: FoundSeries, calendar: Calendar) => SeriesFinding | null

/** Each finding of a series; null when the answer does not speak of it. */
export const seriesFindings: Readonly<Record<FindingName, ReadFinding>> = {
  band({ band, unit }, calendar) {
    const title = findingTitles.band
    if (!band) return null
    const { found, reason } = band
    if (!found) return untold(title, reason)
    const points = found.map((point) => ({
      ...possibleEnds(point, unit),
      expected: possible(point.expected, unit),
    }))
    return {
      title,
      text: bandText(points, unit, calendar),
      overlays: { bands: [{ label: title, look: 'soft', points }] },
    }
  },

  anomalies({ anomalies, unit }, calendar) {
    const title = findingTitles.anomalies
    if (!anomalies) return null
    const { found, reason } = anomalies
    if (!found) return untold(title, reason)
    const events = found.map((event) => ({
      ...possibleEnds(event, unit),
      expected: possible(event.expected, unit),
    }))
    const marks = events.map((event) => ({
      from: event.from,
      // A new level is unusual where it begins, not as long as it lasts.
      to: event.method === 'LEVEL_SHIFT' ? event.from : event.to,
      at: event.at,
      value: event.actual,
      side: event.direction === 'ABOVE' ? ('above' as const) : ('below' as const),
      label: valueText(event.actual, unit),
      text: `Anomaly: ${anomalyText(event, unit)}`,
    }))
    return { title, text: anomaliesText(events, unit, calendar), overlays: { marks } }
  },

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
    const { level } = found
    const points = found.points.map((point) => ({ ...possibleEnds(point, unit), value: possible(point.value, unit) }))
    const text = forecastText({ level, points }, unit, calendar)
    const band = { label: `${Math.round(level * 100)}% forecast range`, look: 'edged', points } as const
    return { title, text, overlays: { lines: [{ label: title, dash: 'dots', points, text }], bands: [band] } }
  },
}

const untold = (title: string, reason: string | null | undefined): SeriesFinding => ({
  title,
  text: reason ?? 'cannot be told',
  overlays: {},
})

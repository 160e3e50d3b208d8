import type { ChartData, ChartOverlays, ChartSeries, Threshold } from '../charts/chart.ts'
import { shortValue } from '../charts/value-format.ts'
import { colourKey, statusOf } from './keys.ts'
import type { PanelAnnotation, PanelSeries, SeriesAnswer, Unit } from './panel.ts'

/** What is drawn over the series, and where their colours come from. */
export type SeriesDress = {
  thresholds: readonly Threshold[]
  annotations: readonly PanelAnnotation[]
  colourOf: (key: string) => number
}

/** An answer over time as charts: one for each unit, since two units have no axis in common. */
export function seriesData(answer: SeriesAnswer, dress: SeriesDress): ChartData[] {
  const units = [...new Set(answer.series.map(({ unit }) => unit))]
  const measures = new Set(answer.series.map(({ measure }) => measure))
  return (units.length === 0 ? (['COUNT'] as const) : units).map((unit) => {
    const ofUnit = answer.series.filter((series) => series.unit === unit)
    return {
      every: answer.every ?? 'DAY',
      to: answer.to,
      timezone: answer.timezone,
      series: ofUnit.map((series) => toChartSeries(series, measures.size > 1, dress.colourOf)),
      overlays: overlaysOf(ofUnit, unit, dress),
    }
  })
}

/** The name of a series. With several measures the values of the dimensions alone would not tell them apart. */
export const seriesName = (series: PanelSeries, manyMeasures: boolean): string =>
  manyMeasures && series.key.length > 0 ? `${series.label} · ${series.title}` : series.label

function toChartSeries(series: PanelSeries, manyMeasures: boolean, colourOf: SeriesDress['colourOf']): ChartSeries {
  const { id, unit, points, isOther, key, measure } = series
  const colour = colourKey(key, measure)
  return {
    id,
    unit,
    points,
    isOther,
    label: seriesName(series, manyMeasures),
    status: statusOf(key),
    place: colourOf(manyMeasures && key.length > 0 ? `${colour} · ${measure}` : colour),
  }
}

function overlaysOf(series: readonly PanelSeries[], unit: Unit, dress: SeriesDress): ChartOverlays {
  return {
    annotations: dress.annotations,
    thresholds: dress.thresholds,
    lines: series.flatMap((one) => comparedLine(one, unit)),
  }
}

/** The period before, as a dotted line. */
function comparedLine({ label, compare }: PanelSeries, unit: Unit): NonNullable<ChartOverlays['lines']>[number][] {
  const points = (compare ?? []).flatMap(({ at, value }) => (value === null ? [] : [{ at, value }]))
  const [first] = points
  const last = points.at(-1)
  if (!first || !last) return []
  const text = `from ${shortValue(first.value, unit)} to ${shortValue(last.value, unit)}`
  return [{ label: `${label}, before`, dash: 'dots', points, text }]
}

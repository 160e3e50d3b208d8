import type { ChartData, ChartOverlays, ChartSeries, Threshold } from '../charts/chart.ts'
import { seriesColours } from '../charts/palette.ts'
import { shortValue } from '../charts/value-format.ts'
import { colourKey, keyLabel, statusOf } from './keys.ts'
import type { PanelAnnotation, PanelSeries, SeriesAnswer } from './panel.ts'

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
  // A series alone needs no dashes to be told apart: it has its colour only.
  const isAlone = answer.series.length === 1
  const placeOf = (key: string) => (isAlone ? dress.colourOf(key) % seriesColours.light.length : dress.colourOf(key))
  return (units.length === 0 ? (['COUNT'] as const) : units).map((unit) => {
    const ofUnit = answer.series.filter((series) => series.unit === unit)
    return {
      every: answer.every ?? 'DAY',
      to: answer.to,
      timezone: answer.timezone,
      series: ofUnit.map((series) => toChartSeries(series, measures.size > 1, placeOf)),
      overlays: overlaysOf(ofUnit, measures.size > 1, dress),
    }
  })
}

/** The name of a series. With several measures the values of the dimensions alone would not tell them apart. */
export function seriesName({ key, isOther, label, title }: PanelSeries, manyMeasures: boolean): string {
  const name = key.length === 0 || isOther ? label : keyLabel(key)
  return manyMeasures && key.length > 0 ? `${name} · ${title}` : name
}

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

function overlaysOf(series: readonly PanelSeries[], manyMeasures: boolean, dress: SeriesDress): ChartOverlays {
  return {
    annotations: dress.annotations,
    thresholds: dress.thresholds,
    lines: series.flatMap((one) => comparedLine(one, manyMeasures)),
  }
}

/** The period before, as a dotted line. */
function comparedLine(series: PanelSeries, manyMeasures: boolean): NonNullable<ChartOverlays['lines']>[number][] {
  const points = (series.compare ?? []).flatMap(({ at, value }) => (value === null ? [] : [{ at, value }]))
  const [first] = points
  const last = points.at(-1)
  if (!first || !last) return []
  const text = `from ${shortValue(first.value, series.unit)} to ${shortValue(last.value, series.unit)}`
  return [{ label: `${seriesName(series, manyMeasures)}, before`, dash: 'dots', points, text }]
}

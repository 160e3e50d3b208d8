import type { Cell, Passport, PanelColumn, PanelPoint, PanelSeries, SeriesAnswer, TableAnswer, Unit } from './panel.ts'

const hourMs = 3_600_000
const start = Date.UTC(2026, 10, 19, 14)

const passport: Passport = {
  from: new Date(start).toISOString(),
  to: new Date(start + 24 * hourMs).toISOString(),
  comparedFrom: null,
  comparedTo: null,
  asOf: new Date(start + 23.5 * hourMs).toISOString(),
  timezone: 'Europe/Berlin',
  truncated: false,
  every: 'HOUR',
}

type ExampleSeries = {
  measure: string
  title: string
  unit: Unit
  key?: PanelSeries['key']
  values: readonly (number | null)[]
}

/** Made-up series by the hour from 19 November 2026, 15:00 in Berlin; the last bucket is incomplete. */
export function exampleSeries(series: readonly ExampleSeries[], hours = 24): SeriesAnswer {
  return {
    ...passport,
    to: new Date(start + hours * hourMs).toISOString(),
    series: series.map(({ key = [], measure, title, unit, values }): PanelSeries => ({
      id: [measure, ...key.map(({ value }) => value)].join(' '),
      measure,
      title,
      unit,
      key,
      label: key.length === 0 ? title : key.map(({ value }) => value).join(' · '),
      isOther: false,
      points: values.map((value, i): PanelPoint => ({ at: exampleHour(i), value, complete: i < values.length - 1 })),
      compare: null,
    })),
  }
}

/** The start of the n-th hour of the example. */
export const exampleHour = (index: number): string => new Date(start + index * hourMs).toISOString()

/** Made-up rows of the same day. */
export function exampleTable(columns: readonly PanelColumn[], rows: readonly (readonly Cell[])[]): TableAnswer {
  return { ...passport, columns, rows, complete: rows.map(() => true), totalCount: rows.length }
}

/** A column of a dimension. */
export const dimensionColumn = (name: string, title: string): PanelColumn => ({
  name,
  title,
  type: 'STRING',
  unit: 'NONE',
  role: 'DIMENSION',
})

/** A column of a measure. */
export const measureColumn = (name: string, title: string, unit: Unit): PanelColumn => ({
  name,
  title,
  type: 'FLOAT',
  unit,
  role: 'MEASURE',
})

/** Counts that rise and fall over the hours. */
export const exampleWave = (height: number, phase = 0, hours = 24): number[] =>
  Array.from({ length: hours }, (_, i) => Math.round(height * (1 + Math.sin((i + phase) / 4))))

import type { ChartData, ChartSeries, Unit } from './chart.ts'
import type { StatusName } from './palette.ts'

const hourMs = 3_600_000
const start = Date.UTC(2026, 10, 19, 14)

type ExampleSeries = { id: string; label: string; unit: Unit; status?: StatusName; values: readonly (number | null)[] }

/** Made-up series by the hour from 19 November 2026, 15:00 in Berlin; the last bucket is incomplete. For galleries and tests. */
export function exampleData(series: readonly ExampleSeries[]): ChartData {
  const count = Math.max(0, ...series.map(({ values }) => values.length))
  return {
    every: 'HOUR',
    timezone: 'Europe/Berlin',
    to: new Date(start + count * hourMs).toISOString(),
    series: series.map(({ values, ...rest }): ChartSeries => ({
      ...rest,
      points: values.map((value, i) => ({
        at: new Date(start + i * hourMs).toISOString(),
        value,
        complete: i < count - 1,
      })),
    })),
  }
}

/** A day of counts that rises and falls. */
export const wave = (height: number, phase = 0): number[] =>
  Array.from({ length: 24 }, (_, i) => Math.round(height * (1 + Math.sin((i + phase) / 4))))

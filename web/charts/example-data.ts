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

/** The same data with every kind of overlay: a change at the third bucket, a mark at the last, a forecast of two buckets after the last. */
export function withOverlays(data: ChartData): ChartData {
  const end = Date.parse(data.to)
  const count = data.series[0]?.points.length ?? 0
  const at = (index: number): string => new Date(end + (index - count) * hourMs).toISOString()
  const ahead = [0, 1, 2].map((step) => ({ at: at(count - 1 + step), value: 8 + step }))
  return {
    ...data,
    overlays: {
      changes: [{ at: at(2), label: '+300%', text: 'up 300%, from 2 to 8' }],
      lines: [
        {
          label: 'Trend',
          dash: 'long',
          text: 'rises from 2 to 8',
          points: Array.from({ length: count }, (_, i) => ({ at: at(i), value: 2 + (6 * i) / (count - 1) })),
        },
        { label: 'Forecast', dash: 'dots', text: '9 to 10 in two hours', points: ahead },
      ],
      bands: [
        {
          label: 'Usual band',
          look: 'soft',
          points: Array.from({ length: count }, (_, i) => ({ at: at(i), lower: 1, upper: 6 })),
        },
        {
          label: 'Forecast range',
          look: 'edged',
          points: ahead.map(({ at: moment, value }, step) => ({ at: moment, lower: 7, upper: value + 1 + step })),
        },
      ],
      marks: [
        {
          from: at(count - 2),
          to: at(count),
          at: at(count - 1),
          value: 8,
          side: 'above',
          label: '8',
          text: 'Anomaly: 8, 3 expected',
        },
      ],
    },
  }
}

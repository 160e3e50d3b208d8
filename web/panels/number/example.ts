import type { PanelAnswers, PanelColumn, PanelQuery, PanelSeries, Unit } from '../panel.ts'

const query: PanelQuery = {
  dataset: 'jobs',
  measures: ['count', 'failure_rate', 'duration_p95'],
  compare: 'PREVIOUS_PERIOD',
}

const from = Date.UTC(2026, 10, 20)
const hourMs = 3_600_000

const passport = {
  from: new Date(from).toISOString(),
  to: new Date(from + 24 * hourMs).toISOString(),
  comparedFrom: new Date(from - 24 * hourMs).toISOString(),
  comparedTo: new Date(from).toISOString(),
  asOf: new Date(from + 23.5 * hourMs).toISOString(),
  timezone: 'Europe/Berlin',
  truncated: false,
}

const column = (name: string, title: string, unit: Unit): PanelColumn => ({
  name,
  title,
  type: 'FLOAT',
  unit,
  role: 'MEASURE',
})

const measures = [
  column('count', 'Jobs', 'COUNT'),
  column('failure_rate', 'Failure rate', 'RATIO'),
  column('duration_p95', 'Duration, 95th percentile', 'MILLISECONDS'),
]

function course({ name, title, unit }: PanelColumn, valueAt: (hour: number) => number | null): PanelSeries {
  const points = Array.from({ length: 24 }, (_, hour) => ({
    at: new Date(from + hour * hourMs).toISOString(),
    value: valueAt(hour),
    complete: hour < 23,
  }))
  return { id: name, measure: name, title, label: title, unit, key: [], isOther: false, points, compare: null }
}

const [jobs, failures, durations] = measures as [PanelColumn, PanelColumn, PanelColumn]

const answers: PanelAnswers = {
  TOTAL: {
    ...passport,
    every: null,
    columns: [
      ...measures,
      ...measures.map((measure) => ({
        ...measure,
        name: `${measure.name}_compare`,
        title: `${measure.title} (compared)`,
      })),
    ],
    rows: [[12_430, 0.042, 72_340, 11_080, 0.061, 64_000]],
    complete: [false],
    totalCount: 1,
  },
  SERIES: {
    ...passport,
    every: 'HOUR',
    series: [
      course(jobs, (hour) => Math.round(420 + 260 * Math.sin((hour - 6) / 4))),
      course(failures, (hour) => (hour === 4 ? null : 0.03 + 0.02 * Math.sin(hour / 2))),
      course(durations, (hour) => 52_000 + 900 * hour),
    ],
  },
}

/** Three numbers of one day, compared with the day before. */
export const example = {
  query,
  answers,
  options: {
    sparkline: true,
    measures: {
      failure_rate: {
        moreIs: 'usual' as const,
        thresholds: [
          { from: 0, tone: 'good' as const },
          { from: 0.03, tone: 'warning' as const },
          { from: 0.1, tone: 'bad' as const },
        ],
      },
    },
  },
}

import { exampleSeries, exampleTable, measureColumn } from '../example.ts'
import type { PanelAnswers, PanelQuery } from '../panel.ts'
import type { NumberOptions } from './options.ts'

const query: PanelQuery = {
  dataset: 'jobs',
  measures: ['count', 'failure_rate', 'duration_p95'],
  compare: 'PREVIOUS_PERIOD',
}

const measures = [
  measureColumn('count', 'Jobs', 'COUNT'),
  measureColumn('failure_rate', 'Failure rate', 'RATIO'),
  measureColumn('duration_p95', 'Duration, 95th percentile', 'MILLISECONDS'),
]
const compared = measures.map((one) => ({ ...one, name: `${one.name}_compare`, title: `${one.title} (compared)` }))

const courses: Readonly<Record<string, (hour: number) => number | null>> = {
  count: (hour) => Math.round(420 + 260 * Math.sin((hour - 6) / 4)),
  failure_rate: (hour) => (hour === 4 ? null : 0.03 + 0.02 * Math.sin(hour / 2)),
  duration_p95: (hour) => 52_000 + 900 * hour,
}

const answers: PanelAnswers = {
  TOTAL: {
    ...exampleTable([...measures, ...compared], [[12_430, 0.042, 72_340, 11_080, 0.061, 64_000]]),
    every: null,
  },
  SERIES: exampleSeries(
    measures.map(({ name, title, unit }) => ({
      measure: name,
      title,
      unit,
      values: Array.from({ length: 24 }, (_, hour) => courses[name]?.(hour) ?? null),
    })),
  ),
}

const options: NumberOptions = {
  sparkline: true,
  measures: {
    failure_rate: {
      moreIs: 'usual',
      thresholds: [
        { value: 0, look: 'good', label: '' },
        { value: 0.03, look: 'warning', label: '' },
        { value: 0.1, look: 'bad', label: '' },
      ],
    },
  },
}

/** Three numbers of one day, compared with the day before. */
export const example = { query, answers, options }

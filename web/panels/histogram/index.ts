import { lazyPart } from '../../lib/lazy-part.ts'
import { dimensionColumn, exampleTable, measureColumn } from '../example.ts'
import type { PanelKind } from '../panel.ts'
import { distributionTable, histogramSummary, toDistribution } from './distribution.ts'
import { readHistogramOptions, type HistogramOptions } from './options.ts'

const secondMs = 1000

/** How jobs are distributed over bins of a number, or the values of a measure over the rows of an answer. */
export const histogram: PanelKind<HistogramOptions> = {
  kind: 'histogram',
  title: 'Histogram',
  description: 'Which values are frequent, and how far they spread.',
  icon: 'histogram',
  needs: { measures: [1, 1], dimensions: [1, 4], time: 'POSSIBLE' },
  answers: () => ['ROWS'],
  size: { w: 6, h: 7, minW: 3, minH: 4 },
  readOptions: readHistogramOptions,
  Panel: lazyPart(() => import('./panel.tsx'), 'HistogramPanel'),
  Editor: lazyPart(() => import('./editor.tsx'), 'HistogramEditor'),
  table: ({ ROWS }, { isLog }) => (ROWS ? distributionTable(toDistribution(ROWS, isLog)) : { columns: [], rows: [] }),
  summary: ({ ROWS }, { isLog }, title) =>
    ROWS ? histogramSummary(toDistribution(ROWS, isLog), title) : `${title}: no data yet.`,
  picture: async () => (await import('./picture.ts')).histogramPicture,
  example: {
    query: { dataset: 'jobs', measures: ['count'], dimensions: ['duration_bin'] },
    options: { isLog: false, thresholds: [{ value: 60 * secondMs, look: 'bad', label: 'Limit' }] },
    answers: {
      ROWS: exampleTable(
        [
          { ...dimensionColumn('duration_bin', 'Duration, in bins'), type: 'FLOAT', unit: 'MILLISECONDS' },
          measureColumn('count', 'Jobs', 'COUNT'),
        ],
        [5, 6.3, 8, 10, 12.5, 16, 20, 25, 40, 50, 63, 80].map((from, i) => [
          from * secondMs,
          Math.round(40 + 38 * Math.sin(i / 2)),
        ]),
      ),
    },
  },
}

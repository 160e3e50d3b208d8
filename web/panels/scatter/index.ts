import { lazyPart } from '../../lib/lazy-part.ts'
import { dimensionColumn, exampleTable, measureColumn } from '../example.ts'
import type { PanelKind } from '../panel.ts'
import { rowsTable } from '../tables.ts'
import { scatterSummary, toDots } from './dots.ts'
import { readScatterOptions, type ScatterOptions } from './options.ts'

/** Two measures against each other, a dot for each key. */
export const scatter: PanelKind<ScatterOptions> = {
  kind: 'scatter',
  title: 'Scatter',
  description: 'Two values against each other, with a third as the size of the dots.',
  icon: 'scatter',
  needs: { measures: [2, 3], dimensions: [1, 2], time: 'NONE' },
  answers: () => ['TOTAL'],
  size: { w: 6, h: 8, minW: 3, minH: 5 },
  readOptions: readScatterOptions,
  Panel: lazyPart(() => import('./panel.tsx'), 'ScatterPanel'),
  Editor: lazyPart(() => import('./editor.tsx'), 'ScatterEditor'),
  table: ({ TOTAL }) => rowsTable(TOTAL),
  summary: ({ TOTAL }, _options, title) => (TOTAL ? scatterSummary(toDots(TOTAL), title) : `${title}: no data yet.`),
  picture: async () => (await import('./picture.ts')).scatterPicture,
  example: {
    query: { dataset: 'jobs', measures: ['duration_p50', 'failure_rate', 'count'], dimensions: ['pipeline'] },
    options: { hasLabels: true },
    answers: {
      TOTAL: exampleTable(
        [
          dimensionColumn('pipeline', 'Pipeline'),
          measureColumn('duration_p50', 'Median duration', 'MILLISECONDS'),
          measureColumn('failure_rate', 'Failure rate', 'RATIO'),
          measureColumn('count', 'Jobs', 'COUNT'),
        ],
        [
          ['import', 72_000, 0.02, 4200],
          ['billing', 31_000, 0.11, 1900],
          ['mail', 4_000, 0.005, 9100],
          ['report', 140_000, 0.07, 300],
          ['cleanup', 12_000, 0.034, 720],
        ],
      ),
    },
  },
}

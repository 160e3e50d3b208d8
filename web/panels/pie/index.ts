import { lazyPart } from '../../lib/lazy-part.ts'
import { dimensionColumn, exampleTable, measureColumn } from '../example.ts'
import type { PanelKind } from '../panel.ts'
import { rowsTable } from '../tables.ts'
import { readPieOptions, type PieOptions } from './options.ts'
import { toSlices } from './slices.ts'
import { pieSummary } from './summary.ts'

/** A whole and its parts. */
export const pie: PanelKind<PieOptions> = {
  kind: 'pie',
  title: 'Pie',
  description: 'Of what a whole consists, for a few large parts.',
  icon: 'chartPie',
  needs: { measures: [1, 8], dimensions: [0, 2], time: 'NONE' },
  answers: () => ['TOTAL'],
  size: { w: 4, h: 7, minW: 2, minH: 4 },
  readOptions: readPieOptions,
  Panel: lazyPart(() => import('./panel.tsx'), 'PiePanel'),
  Editor: lazyPart(() => import('./editor.tsx'), 'PieEditor'),
  table: ({ TOTAL }) => rowsTable(TOTAL),
  summary: ({ TOTAL }, { most }, title) => {
    if (!TOTAL) return `${title}: no data yet.`
    const { slices, unit } = toSlices(TOTAL, most)
    return pieSummary(slices, unit, title)
  },
  picture: async () => (await import('./picture.ts')).piePicture,
  example: {
    query: { dataset: 'jobs', measures: ['count'], dimensions: ['pipeline'] },
    options: { most: 8 },
    answers: {
      TOTAL: exampleTable(
        [dimensionColumn('pipeline', 'Pipeline'), measureColumn('count', 'Jobs', 'COUNT')],
        [
          ['import', 4210],
          ['billing', 2100],
          ['mail', 1240],
          ['report', 620],
          ['cleanup', 310],
          ['probe', 12],
        ],
      ),
    },
  },
}

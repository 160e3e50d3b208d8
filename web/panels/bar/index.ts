import { lazyPart } from '../../lib/lazy-part.ts'
import { exampleSeries, exampleWave } from '../example.ts'
import type { PanelKind } from '../panel.ts'
import { rowsTable, seriesTable } from '../tables.ts'
import { timeSummary } from '../time-words.ts'
import { toCategories } from './categories.ts'
import { readBarOptions, type BarOptions } from './options.ts'
import { categorySummary } from './summary.ts'

/** Bars: counts over time by what they consist of, or values of categories beside each other. */
export const bar: PanelKind<BarOptions> = {
  kind: 'bar',
  title: 'Bars',
  description: 'Amounts over time by what they consist of, or categories beside each other.',
  icon: 'chartBar',
  needs: { measures: [1, 8], dimensions: [0, 2], time: 'POSSIBLE' },
  answers: ({ over }) => (over === 'TIME' ? ['SERIES'] : ['TOTAL']),
  size: { w: 6, h: 7, minW: 3, minH: 4 },
  readOptions: readBarOptions,
  Panel: lazyPart(() => import('./panel.tsx'), 'BarPanel'),
  Editor: lazyPart(() => import('./editor.tsx'), 'BarEditor'),
  table: (answers, { over }) => (over === 'TIME' ? seriesTable(answers.SERIES) : rowsTable(answers.TOTAL)),
  summary: (answers, options, title) => {
    if (options.over === 'TIME') return timeSummary(answers, options, title)
    return answers.TOTAL ? categorySummary(toCategories(answers.TOTAL), title) : `${title}: no data yet.`
  },
  picture: async () => (await import('./picture.ts')).barPicture,
  example: {
    query: { dataset: 'jobs', measures: ['count'], dimensions: ['status'], every: 'AUTO' },
    options: { over: 'TIME', stacking: 'stacked', thresholds: [] },
    answers: {
      SERIES: exampleSeries(
        ['FAILED', 'SUCCEEDED'].map((value, i) => ({
          measure: 'count',
          title: 'Jobs',
          unit: 'COUNT',
          key: [{ dimension: 'status', value }],
          values: exampleWave(5 + 35 * i, 3),
        })),
      ),
    },
  },
}

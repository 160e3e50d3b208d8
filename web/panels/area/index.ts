import { lazyPart } from '../../lib/lazy-part.ts'
import { exampleSeries, exampleWave } from '../example.ts'
import type { PanelKind } from '../panel.ts'
import { seriesTable } from '../tables.ts'
import { readTimeOptions, type TimeOptions } from '../time-options.ts'
import { timeSummary } from '../time-words.ts'

const pipelines = ['billing', 'import', 'mail']

/** Areas over time: what a whole consists of. */
export const area: PanelKind<TimeOptions> = {
  kind: 'area',
  title: 'Areas',
  description: 'What a whole consists of, and how that changes over time.',
  icon: 'chartArea',
  needs: { measures: [1, 8], dimensions: [0, 2], time: 'NEEDED' },
  answers: () => ['SERIES'],
  size: { w: 6, h: 7, minW: 3, minH: 4 },
  readOptions: readTimeOptions,
  Panel: lazyPart(() => import('./panel.tsx'), 'AreaPanel'),
  Editor: lazyPart(() => import('./editor.tsx'), 'AreaEditor'),
  table: ({ SERIES }) => seriesTable(SERIES),
  summary: timeSummary,
  picture: async () => (await import('./picture.ts')).areaPicture,
  example: {
    query: { dataset: 'jobs', measures: ['count'], dimensions: ['pipeline'], every: 'AUTO' },
    options: { stacking: 'stacked', thresholds: [] },
    answers: {
      SERIES: exampleSeries(
        pipelines.map((value, i) => ({
          measure: 'count',
          title: 'Jobs',
          unit: 'COUNT',
          key: [{ dimension: 'pipeline', value }],
          values: exampleWave(20 + 12 * i, 5 * i),
        })),
      ),
    },
  },
}

import { lazyPart } from '../../lib/lazy-part.ts'
import { exampleSeries } from '../example.ts'
import type { PanelKind } from '../panel.ts'
import { toGrid } from './grid.ts'
import { readHeatmapOptions, type HeatmapOptions } from './options.ts'
import { heatmapSummary } from './summary.ts'
import { heatmapTable } from './table.ts'

const weekHours = 168

/** Cells coloured by their values: when in the week things happen, or how many things go over time. */
export const heatmap: PanelKind<HeatmapOptions> = {
  kind: 'heatmap',
  title: 'Heatmap',
  description: 'At which hours of the week things happen, or many things over time.',
  icon: 'heatmap',
  needs: { measures: [1, 1], dimensions: [0, 2], time: 'NEEDED' },
  answers: () => ['SERIES'],
  size: { w: 6, h: 7, minW: 3, minH: 4 },
  readOptions: readHeatmapOptions,
  Panel: lazyPart(() => import('./panel.tsx'), 'HeatmapPanel'),
  Editor: lazyPart(() => import('./editor.tsx'), 'HeatmapEditor'),
  table: ({ SERIES }, options) => heatmapTable(SERIES, options),
  summary: ({ SERIES }, options, title) =>
    SERIES ? heatmapSummary(toGrid(SERIES, options), title) : `${title}: no data yet.`,
  picture: async () => (await import('./picture.ts')).heatmapPicture,
  example: {
    query: { dataset: 'jobs', measures: ['count'], every: 'HOUR' },
    options: { rows: 'WEEKDAYS' },
    answers: {
      SERIES: exampleSeries(
        [
          {
            measure: 'count',
            title: 'Jobs',
            unit: 'COUNT',
            values: Array.from({ length: weekHours }, (_, i) =>
              Math.round((i > 30 && i < 80 ? 20 : 60) * (1 + Math.sin((i - 14) / 3.82))),
            ),
          },
        ],
        weekHours,
      ),
    },
  },
}

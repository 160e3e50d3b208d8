import { lazyPart } from '../../lib/lazy-part.ts'
import { exampleSeries, exampleWave } from '../example.ts'
import type { PanelKind } from '../panel.ts'
import { seriesTable } from '../tables.ts'
import { timeSummary } from '../time-words.ts'
import { readLineOptions, type LineOptions } from './options.ts'

const minuteMs = 60_000

/** Lines over time: rates, durations, anything that is compared by its height. */
export const line: PanelKind<LineOptions> = {
  kind: 'line',
  title: 'Lines',
  description: 'How values develop over time, several side by side.',
  icon: 'chartLine',
  needs: { measures: [1, 8], dimensions: [0, 2], time: 'NEEDED' },
  answers: () => ['SERIES'],
  size: { w: 6, h: 7, minW: 3, minH: 4 },
  readOptions: readLineOptions,
  Panel: lazyPart(() => import('./panel.tsx'), 'LinePanel'),
  Editor: lazyPart(() => import('./editor.tsx'), 'LineEditor'),
  table: ({ SERIES }) => seriesTable(SERIES),
  summary: (answers, options, title) => timeSummary(answers, { ...options, stacking: 'none' }, title),
  picture: async () => (await import('./picture.ts')).linePicture,
  example: {
    query: { dataset: 'jobs', measures: ['duration_p50', 'duration_p95'], every: 'AUTO' },
    options: { thresholds: [{ value: 3 * minuteMs, look: 'bad', label: 'Limit' }] },
    answers: {
      SERIES: exampleSeries([
        { measure: 'duration_p50', title: 'p50', unit: 'MILLISECONDS', values: exampleWave(40_000) },
        {
          measure: 'duration_p95',
          title: 'p95',
          unit: 'MILLISECONDS',
          values: [null, ...exampleWave(80_000, 2).slice(1)],
        },
      ]),
    },
  },
}

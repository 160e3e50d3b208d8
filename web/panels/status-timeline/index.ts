import { lazyPart } from '../../lib/lazy-part.ts'
import { dimensionColumn, exampleHour, exampleTable, measureColumn } from '../example.ts'
import type { Cell, PanelColumn, PanelKind } from '../panel.ts'
import { rowsTable } from '../tables.ts'
import { toLanes } from './lanes.ts'
import { readStatusTimelineOptions, type StatusTimelineOptions } from './options.ts'
import { statusSummary } from './summary.ts'

const timeColumn: PanelColumn = { name: 'time', title: 'Time', type: 'TIME', unit: 'NONE', role: 'TIME' }

const exampleRows = ['billing', 'import', 'mail'].flatMap((pipeline, lane) =>
  Array.from({ length: 24 }, (_, hour): Cell[][] => {
    const failed = (hour * 7 + lane * 5) % 11 === 0 ? 1 + lane : 0
    return [
      [exampleHour(hour), pipeline, 'SUCCEEDED', 12 - failed],
      ...(failed > 0 ? [[exampleHour(hour), pipeline, hour % 2 === 0 ? 'FAILED' : 'TIMED_OUT', failed]] : []),
    ]
  }).flat(),
)

/** How each pipeline went, bucket by bucket: by the worst that happened. */
export const statusTimeline: PanelKind<StatusTimelineOptions> = {
  kind: 'status-timeline',
  title: 'Status timeline',
  description: 'When which pipeline failed, and when all went well.',
  icon: 'timeline',
  needs: { measures: [1, 1], dimensions: [1, 3], time: 'NEEDED' },
  answers: () => ['ROWS'],
  size: { w: 12, h: 5, minW: 4, minH: 3 },
  readOptions: readStatusTimelineOptions,
  Panel: lazyPart(() => import('./panel.tsx'), 'StatusTimelinePanel'),
  Editor: lazyPart(() => import('./editor.tsx'), 'StatusTimelineEditor'),
  table: ({ ROWS }) => rowsTable(ROWS),
  summary: ({ ROWS }, options, title) =>
    ROWS ? statusSummary(toLanes(ROWS, options), title) : `${title}: no data yet.`,
  picture: async () => (await import('./picture.ts')).statusTimelinePicture,
  example: {
    query: { dataset: 'jobs', measures: ['count'], dimensions: ['pipeline', 'status'], every: 'AUTO' },
    options: { order: 'NAME' },
    answers: {
      ROWS: exampleTable(
        [
          timeColumn,
          dimensionColumn('pipeline', 'Pipeline'),
          dimensionColumn('status', 'Status'),
          measureColumn('count', 'Jobs', 'COUNT'),
        ],
        exampleRows,
      ),
    },
  },
}

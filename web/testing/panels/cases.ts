import { exampleTable, dimensionColumn, measureColumn } from '../../panels/example.ts'
import type { FramedAnswers, FramedPanel } from '../../panels/frame/panel-frame.tsx'
import { panelKinds } from '../../panels/index.ts'
import type { PanelAnswers, PanelKind } from '../../panels/panel.ts'

/** A panel of the test page. */
export type PanelCase = { panel: FramedPanel; shown: FramedAnswers; expectedWithinMs?: number }

const shown = (answers: PanelAnswers, part: Partial<FramedAnswers> = {}): FramedAnswers => ({
  answers,
  stale: false,
  problem: null,
  unfiltered: [],
  ...part,
})

const ofKind = ({ kind, title, needs, answers, example }: PanelKind): PanelCase => ({
  panel: { kind, title, query: needs && example.query, answers: answers(example.options), options: example.options },
  shown: shown(example.answers),
})

const kinds = panelKinds as unknown as readonly PanelKind[]
const number = ofKind(kinds.find(({ kind }) => kind === 'number')!)
const table = ofKind(kinds.find(({ kind }) => kind === 'table')!)

const BIG = 100_000
const bigTable: PanelAnswers = {
  ROWS: {
    ...exampleTable(
      [
        dimensionColumn('pipeline', 'Pipeline'),
        dimensionColumn('label.region', 'Region'),
        measureColumn('count', 'Jobs', 'COUNT'),
        measureColumn('failure_rate', 'Failure rate', 'RATIO'),
        measureColumn('duration_p50', 'Duration, median', 'MILLISECONDS'),
      ],
      Array.from({ length: BIG }, (_, i) => [
        `pipeline-${i}`,
        ['eu', 'us', 'asia'][i % 3]!,
        (i * 7919) % 100_003,
        i % 10 === 0 ? null : (i % 100) / 100,
        (i * 104_729) % 5_000_000,
      ]),
    ),
    every: null,
  },
}

const evil = [
  '<img src=x onerror="window.ran = true">',
  '<script>window.ran = true</script>',
  '<svg onload="window.ran = true"><script>window.ran = true</script></svg>',
  '<a href="javascript:window.ran = true">html link</a>',
  '[script link](javascript:window.ran=true)',
  '[odd script link](jAvA&#x09;script:window.ran=true)',
  '[data link](data:text/html,<script>window.ran=true</script>)',
  '<javascript:window.ran=true>',
  'https://example.com/auto and www.example.com and ada@example.com',
  '[own](/jobs)',
  '[elsewhere](//evil.example.com)',
  '![alt words](https://evil.example.com/track.png)',
  '![svg](data:image/svg+xml,<svg onload=alert(1)>)',
  '# First',
  '###### Sixth',
].join('\n\n')

/** What the test page can show, by the name in its address. */
export const cases: Readonly<Record<string, readonly PanelCase[]>> = {
  kinds: kinds.map(ofKind),
  states: [
    { ...number, shown: shown({}) },
    { ...table, shown: shown({ ROWS: { ...table.shown.answers.ROWS!, rows: [], totalCount: 0 } }) },
    {
      ...number,
      panel: {
        ...number.panel,
        title: 'A title that is much too long for its place',
        description: 'What it is about.',
      },
      shown: shown(number.shown.answers, { unfiltered: ['label.region'] }),
      expectedWithinMs: 60_000,
    },
    {
      ...number,
      panel: { ...number.panel, title: 'Stale' },
      shown: shown(number.shown.answers, { stale: true }),
    },
    {
      ...table,
      shown: shown({}, { problem: 'The dataset “jobs” has no measure “speed”. Edit the panel and choose another.' }),
    },
    { panel: { ...table.panel, kind: 'hologram', title: 'From the future' }, shown: shown({}) },
    // Rows that are none: the kind throws when it draws them.
    {
      ...table,
      panel: { ...table.panel, title: 'Broken' },
      shown: shown({ ROWS: { ...table.shown.answers.ROWS!, rows: [null as never] } }),
    },
    number,
    {
      ...number,
      panel: { ...number.panel, title: 'Without its course', answers: ['TOTAL'] },
      shown: shown({ TOTAL: number.shown.answers.TOTAL! }),
    },
    { ...table, panel: { ...table.panel, title: 'Asks for nothing', answers: [] }, shown: shown({}) },
  ],
  table: [table],
  number: [number],
  big: [{ ...table, panel: { ...table.panel, title: 'Very many rows' }, shown: shown(bigTable) }],
  evil: [
    { panel: { kind: 'markdown', title: 'Text', query: null, answers: [], options: { text: evil } }, shown: shown({}) },
  ],
}

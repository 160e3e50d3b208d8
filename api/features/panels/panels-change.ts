import { builder } from '../../schema/builder.ts'
import { type Granularity, GranularityEnum } from '../metrics/index.ts'
import { type SeriesChange, SeriesChangeRef, type TableChange, TableChangeRef } from '../live/index.ts'
import type { ANSWER_FORMS, AnswerForm } from './panel-document.ts'

/** What is new of one form of a panel's answers. One of `table`, `series` and `problem` is there. */
export interface PanelChange {
  panel: string
  form: AnswerForm
  every: Granularity | null
  table: TableChange | null
  series: SeriesChange | null
  problem: string | null
  unfiltered: string[]
}

/** What is new of the panels of a dashboard. */
export interface PanelsChange {
  changes: PanelChange[]
}

const AnswerFormEnum = builder.enumType('AnswerForm', {
  description: 'In which form the question of a panel is answered.',
  values: {
    ROWS: { description: 'A table, as the question says.' },
    TOTAL: { description: 'A table without buckets of time.' },
    SERIES: { description: 'Over time.' },
  } satisfies Record<(typeof ANSWER_FORMS)[number], object>,
})

const PanelChangeRef = builder.objectRef<PanelChange>('PanelChange').implement({
  description: 'What is new of one form of the answers of a panel.',
  fields: (t) => ({
    panel: t.exposeID('panel', { description: 'Of the panel.' }),
    form: t.expose('form', { type: AnswerFormEnum, description: 'Which of its answers.' }),
    every: t.expose('every', {
      type: GranularityEnum,
      nullable: true,
      description: 'The buckets of time that were chosen. Null: it has none.',
    }),
    table: t.expose('table', {
      type: TableChangeRef,
      nullable: true,
      description: 'What is new, for ROWS and TOTAL.',
    }),
    series: t.expose('series', { type: SeriesChangeRef, nullable: true, description: 'What is new, for SERIES.' }),
    problem: t.exposeString('problem', {
      nullable: true,
      description:
        'Why there is no answer, for people. What was there before is not right any more; the next change builds on it all the same.',
    }),
    unfiltered: t.exposeStringList('unfiltered', {
      description: 'Dimensions of the filters of the context that its dataset has not: it is not filtered by them.',
    }),
  }),
})

/** `PanelsChange` in GraphQL. */
export const PanelsChangeRef = builder.objectRef<PanelsChange>('PanelsChange').implement({
  description: 'What is new of the panels of a dashboard.',
  fields: (t) => ({
    changes: t.field({
      type: [PanelChangeRef],
      description: 'Each form of the answers of each panel at most once.',
      resolve: ({ changes }) => changes,
    }),
  }),
})

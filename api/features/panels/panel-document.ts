import { z } from 'zod'
import { CALENDAR_PERIODS } from '../../lib/calendar-periods.ts'
import { FILTER_OPS, type FilterInput, GRANULARITIES } from '../metrics/index.ts'

const MAX_TITLE_LENGTH = 200
const MAX_TEXT_LENGTH = 2_000

/** Columns of the grid that panels stand on. */
export const GRID_COLUMNS = 12

/**
 * In which forms the question of a panel is answered. ROWS: a table as the question says. TOTAL: a table without buckets of
 * time. SERIES: over time; a question without `every` is asked with AUTO there.
 */
export const ANSWER_FORMS = ['ROWS', 'TOTAL', 'SERIES'] as const
export type AnswerForm = (typeof ANSWER_FORMS)[number]

const name = z.string().max(MAX_TITLE_LENGTH)

const filter: z.ZodType<FilterInput> = z.lazy(() =>
  z.strictObject({
    dimension: name.nullish(),
    op: z.enum(FILTER_OPS).nullish(),
    values: z.array(z.string()).nullish(),
    min: z.number().nullish(),
    max: z.number().nullish(),
    any: z.array(filter).nullish(),
    all: z.array(filter).nullish(),
  }),
)

const moment = z.iso.datetime({ offset: true })

/** A range as it stands in a document: `TimeRangeInput`, with moments as ISO 8601. */
export const rangeDocument = z.strictObject({
  last: z.string().nullish(),
  previous: z.enum(CALENDAR_PERIODS).nullish(),
  count: z.int().nullish(),
  current: z.enum(CALENDAR_PERIODS).nullish(),
  from: moment.nullish(),
  to: moment.nullish(),
})

/** The question of a panel: a `MetricQuery` without what the dashboard gives. A `range` of its own stands, whatever the dashboard shows. */
export const panelQueryDocument = z.strictObject({
  dataset: name,
  measures: z.array(name),
  dimensions: z.array(name).nullish(),
  filters: z.array(filter).nullish(),
  every: z.enum(['AUTO', ...GRANULARITIES]).nullish(),
  orderBy: z.array(z.strictObject({ by: name, direction: z.enum(['ASC', 'DESC']).nullish() })).nullish(),
  limit: z.int().nullish(),
  others: z.boolean().nullish(),
  compare: z.enum(['PREVIOUS_PERIOD', 'PREVIOUS_YEAR']).nullish(),
  range: rangeDocument.nullish(),
})
export type PanelQuery = z.infer<typeof panelQueryDocument>

/**
 * A panel as it is stored, imported and exported. The shape is checked here; whether its dataset and measures exist is found
 * out each time that it is asked, since they may come and go. `options` belong to the kind and are not looked into.
 */
export const panelDocument = z.strictObject({
  id: z.uuid().toLowerCase(),
  kind: z.string().min(1).max(50),
  title: z.string().max(MAX_TITLE_LENGTH),
  description: z.string().max(MAX_TEXT_LENGTH).nullish(),
  layout: z.strictObject({
    x: z
      .int()
      .min(0)
      .max(GRID_COLUMNS - 1),
    y: z.int().min(0).max(10_000),
    w: z.int().min(1).max(GRID_COLUMNS),
    h: z.int().min(1).max(100),
  }),
  query: panelQueryDocument.nullable(),
  answers: z.array(z.enum(ANSWER_FORMS)).max(ANSWER_FORMS.length),
  options: z.record(z.string(), z.unknown()),
})
export type PanelDocument = z.infer<typeof panelDocument>

import { builder } from '../../schema/builder.ts'
import { DirectionEnum, type Direction } from '../../schema/direction.ts'
import { TimeRangeInput, type TimeRange } from '../../schema/time-range.ts'
import { type FilterInput, FilterRef } from './filter-input.ts'

/** From fine to coarse. */
export const GRANULARITIES = ['MINUTE', 'HOUR', 'DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR'] as const
export type Granularity = (typeof GRANULARITIES)[number]
/** Which kind of answer is wanted: rows, or points over time. */
export type AnswerKind = 'table' | 'series'
export type Compare = 'PREVIOUS_PERIOD' | 'PREVIOUS_YEAR'

export interface OrderInput {
  /** Name of an output column. */
  by: string
  /** Default: DESC. */
  direction?: Direction | null
}

/** The one question that panels, reports, alerts, exports and subscriptions ask, as it is sent or stored: not checked yet. */
export interface MetricQuery {
  dataset: string
  measures: string[]
  dimensions?: string[] | null
  filters?: FilterInput[] | null
  range: TimeRange
  every?: Granularity | null
  timezone?: string | null
  orderBy?: OrderInput[] | null
  limit?: number | null
  /** Default: false. */
  others?: boolean | null
  compare?: Compare | null
}

/** `Granularity` in GraphQL. */
export const GranularityEnum = builder.enumType('Granularity', {
  description: 'How long one bucket of time is.',
  values: {
    MINUTE: {},
    HOUR: { description: 'By the clock of the time zone. Where clocks jump by half an hour, so does the bucket.' },
    DAY: { description: 'From midnight to midnight in the time zone: 23 or 25 hours when clocks are changed.' },
    WEEK: { description: 'ISO weeks: they begin on Monday.' },
    MONTH: {},
    QUARTER: {},
    YEAR: {},
  },
})

const CompareEnum = builder.enumType('Compare', {
  description: 'What to put beside each value.',
  values: {
    PREVIOUS_PERIOD: {
      description:
        'As much time right before. With "every": as many buckets before, each beside the one with the same number. Without: ' +
        'whole months or days where the range consists of such, otherwise the same length.',
    },
    PREVIOUS_YEAR: {
      description:
        'The same dates a year earlier; weeks go back by 52 weeks; hours and minutes are counted from the beginning of the ' +
        'range. 29 February stands beside nothing, and 28 February beside both days when only the earlier year has a 29th.',
    },
  },
})

const OrderRef = builder.inputRef<OrderInput>('OrderInput').implement({
  description: 'An ordering. Values that are missing come last; ties are broken by time and dimensions.',
  fields: (t) => ({
    by: t.string({
      required: true,
      description: 'Name of an output column: "time", a dimension, a measure, or a compared measure.',
    }),
    direction: t.field({ type: DirectionEnum, required: true, defaultValue: 'DESC' }),
  }),
})

/** `MetricQuery` in GraphQL. */
export const MetricQueryRef = builder.inputRef<MetricQuery>('MetricQuery').implement({
  description:
    'The one question that panels, reports, alerts and exports ask. The same question can be asked as table and as series.',
  fields: (t) => ({
    dataset: t.string({ required: true, description: 'Name of a dataset; `datasets` lists them.' }),
    measures: t.stringList({
      required: true,
      description: 'What to count: 1 to 20 measures of the dataset, or derived ones such as "count.share".',
    }),
    dimensions: t.stringList({ description: 'What to split by: at most 5 dimensions of the dataset.' }),
    filters: t.field({ type: [FilterRef], description: 'Which rows to count. All must be fulfilled.' }),
    range: t.field({
      type: TimeRangeInput,
      required: true,
      description: 'Which time to cover. With "last" and "every" the first bucket is whole.',
    }),
    every: t.field({
      type: GranularityEnum,
      description: 'The length of a bucket of time. Without it there is one total.',
    }),
    timezone: t.string({
      description: 'IANA time zone that days and weeks follow, such as "Europe/Berlin". Default: UTC.',
    }),
    orderBy: t.field({
      type: [OrderRef],
      description: 'In `table` the order of rows. In `series` which keys come first, by their totals.',
    }),
    limit: t.int({
      description: 'Most rows of a `table` (default 1000, at most 50000); most keys of `series` (at most 200).',
    }),
    others: t.boolean({
      description:
        'Whether the keys beyond the limit become one more, counted from all their rows. The limit is then that of keys, in a ' +
        'table too.',
    }),
    compare: t.field({ type: CompareEnum, description: 'Another period to put beside this one.' }),
  }),
})

import { builder } from '../../schema/builder.ts'

export const FILTER_OPS = ['IS', 'IS_NOT', 'IN', 'NOT_IN', 'CONTAINS', 'RANGE', 'IS_EMPTY', 'IS_NOT_EMPTY'] as const
export type FilterOp = (typeof FILTER_OPS)[number]

/** A condition, or a group of filters, as it is sent or stored: not checked yet. */
export interface FilterInput {
  dimension?: string | null
  /** Default: IN. */
  op?: FilterOp | null
  values?: string[] | null
  min?: number | null
  max?: number | null
  any?: FilterInput[] | null
  all?: FilterInput[] | null
}

/** `FilterOp` in GraphQL. */
export const FilterOpEnum = builder.enumType('FilterOp', {
  description: 'How a filter decides.',
  values: {
    IS: { description: 'The value is this one.' },
    IS_NOT: { description: 'The value is another one. Rows without a value stay.' },
    IN: { description: 'The value is one of these.' },
    NOT_IN: { description: 'The value is none of these. Rows without a value stay.' },
    CONTAINS: { description: 'The value contains at least one of these texts, in upper or lower case.' },
    RANGE: { description: 'The number lies between "min" and "max", both included; one of them is enough.' },
    IS_EMPTY: { description: 'There is no value, or an empty text. Takes no values.' },
    IS_NOT_EMPTY: { description: 'There is a value. Takes no values.' },
  },
})

/** `FilterInput` in GraphQL. */
export const FilterRef = builder.inputRef<FilterInput>('FilterInput')
FilterRef.implement({
  description:
    'Keeps the rows that fulfil it: either a condition on a `dimension`, or a group, `any` or `all`, of other filters. Groups ' +
    'may stand in groups, 5 deep.',
  fields: (t) => ({
    dimension: t.string({
      description: 'Name of a dimension of the dataset, such as "status" or "label.region".',
    }),
    op: t.field({ type: FilterOpEnum, description: 'How the condition decides. Default: IN.' }),
    values: t.stringList({
      description: 'What IS and IS_NOT (one), IN, NOT_IN and CONTAINS (at least one) compare with.',
    }),
    min: t.float({ description: 'The least number that RANGE keeps.' }),
    max: t.float({ description: 'The greatest number that RANGE keeps.' }),
    any: t.field({ type: [FilterRef], description: 'A group: at least one of these must be fulfilled.' }),
    all: t.field({ type: [FilterRef], description: 'A group: all of these must be fulfilled.' }),
  }),
})

import { GraphQLError } from 'graphql'
import { builder } from './builder.ts'

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/i
const DURATION = /^P(?=\w)(\d{1,5}Y)?(\d{1,5}M)?(\d{1,5}W)?(\d{1,5}D)?(T(?=\d)(\d{1,7}H)?(\d{1,7}M)?(\d{1,7}S)?)?$/

/** An instant. A time without an offset is refused: nobody could know which moment it means. */
builder.scalarType('DateTime', {
  description: 'A moment: ISO 8601 with an offset, "2026-11-20T10:00:00Z". Answers are in UTC, to the millisecond.',
  serialize: (value) => value.toISOString(),
  parseValue(value) {
    if (typeof value === 'string' && INSTANT.test(value)) {
      const date = new Date(value)
      if (!Number.isNaN(date.getTime())) return date
    }
    throw new GraphQLError(
      `${show(value)} is not a time. Write it as ISO 8601 with an offset, such as 2026-11-20T10:00:00Z.`,
    )
  },
})

builder.scalarType('Duration', {
  description: 'A length of time in whole units: ISO 8601, such as "PT6H", "P30D" or "P1M".',
  serialize: (value) => value,
  parseValue(value) {
    if (typeof value === 'string' && DURATION.test(value)) return value
    throw new GraphQLError(`${show(value)} is not a duration. Write it as ISO 8601, such as PT6H, P30D or P1M.`)
  },
})

builder.scalarType('JSON', {
  description: 'Any JSON value: a cell of a table, whose type its column names.',
  serialize: (value) => value,
})

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 60 ? `${text.slice(0, 60)}...` : text
}

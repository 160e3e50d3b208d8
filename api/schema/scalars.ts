import { GraphQLError } from 'graphql'
import { quoted } from '../lib/nearest.ts'
import { parseTime } from '../lib/parse-time.ts'
import { builder } from './builder.ts'

const DURATION = /^P(?=\w)(\d{1,5}Y)?(\d{1,5}M)?(\d{1,5}W)?(\d{1,5}D)?(T(?=\d)(\d{1,7}H)?(\d{1,7}M)?(\d{1,7}S)?)?$/

/** An instant. A time without an offset is refused: nobody could know which moment it means. */
builder.scalarType('DateTime', {
  description: 'A moment: ISO 8601 with an offset, "2026-11-20T10:00:00Z". Answers are in UTC, to the millisecond.',
  serialize: (value) => value.toISOString(),
  parseValue(value) {
    const parsed = typeof value === 'string' ? parseTime(value) : { wrong: 'is not a text' }
    if ('ms' in parsed) return new Date(parsed.ms)
    throw new GraphQLError(`${quoted(String(value))} ${parsed.wrong}.`)
  },
})

builder.scalarType('Duration', {
  description: 'A length of time in whole units: ISO 8601, such as "PT6H", "P30D" or "P1M".',
  serialize: (value) => value,
  parseValue(value) {
    if (typeof value === 'string' && DURATION.test(value)) return value
    throw new GraphQLError(
      `${quoted(String(value))} is not a duration. Write it as ISO 8601, such as PT6H, P30D or P1M.`,
    )
  },
})

builder.scalarType('JSON', {
  description: 'Any JSON value: a cell of a table, whose type its column names.',
  serialize: (value) => value,
})

import { GraphQLError, Kind, print, type ValueNode } from 'graphql'
import { isIso, isoTime } from '../lib/iso-time.ts'
import { quoted } from '../lib/nearest.ts'
import { parseTime } from '../lib/parse-time.ts'
import { builder } from './builder.ts'

const DURATION = /^P(?=\w)(\d{1,5}Y)?(\d{1,5}M)?(\d{1,5}W)?(\d{1,5}D)?(T(?=\d)(\d{1,7}H)?(\d{1,7}M)?(\d{1,7}S)?)?$/

/** An instant. A time without an offset is refused: nobody could know which moment it means. */
builder.scalarType('DateTime', {
  description: 'A moment: ISO 8601 with an offset, "2026-11-20T10:00:00Z". Answers are in UTC, to the millisecond.',
  serialize: (value) => (value instanceof Date ? value.toISOString() : isIso(value) ? value : isoTime(value)),
  ...readers((text) => {
    const parsed = parseTime(text)
    return 'ms' in parsed ? { value: new Date(parsed.ms) } : parsed
  }),
})

builder.scalarType('Duration', {
  description: 'A length of time in whole units: ISO 8601, such as "PT6H", "P30D" or "P1M".',
  serialize: (value) => value,
  ...readers<string>((text) =>
    DURATION.test(text)
      ? { value: text }
      : { wrong: 'is not a duration. Write it as ISO 8601, such as PT6H, P30D or P1M' },
  ),
})

builder.scalarType('JSON', {
  description: 'Any JSON value: a cell of a table, whose type its column names.',
  serialize: (value) => value,
})

/** Reads a value that is written as text, from the variables and from the query. An error in the query says where. */
function readers<T>(read: (text: string) => { value: T } | { wrong: string }) {
  const readOrThrow = (text: string | null, shown: string, nodes: ValueNode | null) => {
    const result = text === null ? { wrong: 'is not a text in quotes' } : read(text)
    if ('value' in result) return result.value
    throw new GraphQLError(`${quoted(shown)} ${result.wrong}.`, { nodes })
  }
  return {
    parseValue: (value: unknown) =>
      typeof value === 'string' ? readOrThrow(value, value, null) : readOrThrow(null, JSON.stringify(value), null),
    parseLiteral: (node: ValueNode) =>
      node.kind === Kind.STRING ? readOrThrow(node.value, node.value, node) : readOrThrow(null, print(node), node),
  }
}

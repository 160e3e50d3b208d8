import { builder } from '../../schema/builder.ts'
import type { ColumnType, Unit } from './catalog.ts'

/** `Format` in GraphQL. */
export const FormatEnum = builder.enumType('Format', {
  description: 'How a number is best written for people.',
  values: {
    INTEGER: { description: 'A whole number.' },
    DECIMAL: { description: 'A number with some digits after the point.' },
    PERCENT: { description: '0.5 is 50 %.' },
    DURATION: { description: 'Milliseconds, from a few of them to days.' },
    MONEY: { description: 'An amount in the currency that the rows have.' },
  },
})
export type Format = typeof FormatEnum.$inferType

const OF_UNIT: Partial<Record<Unit, Format>> = { RATIO: 'PERCENT', MILLISECONDS: 'DURATION', CURRENCY: 'MONEY' }

/** How values of a column are best written; null where they are no numbers. */
export function formatOf({ unit, type }: { unit: Unit; type: ColumnType }): Format | null {
  if (type !== 'INTEGER' && type !== 'FLOAT') return null
  return OF_UNIT[unit] ?? (type === 'INTEGER' ? 'INTEGER' : 'DECIMAL')
}

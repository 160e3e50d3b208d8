import type { ColumnType, Dimension, Unit } from './catalog.ts'
import type { AskedMeasure } from './asked-measure.ts'

export const COLUMN_ROLES = ['TIME', 'DIMENSION', 'MEASURE'] as const

/** A column of an answer. */
export interface Column {
  name: string
  title: string
  type: ColumnType
  unit: Unit
  role: (typeof COLUMN_ROLES)[number]
  /** Its name inside the statement: a user's text never is one. */
  alias: string
  /** Which of the asked measures it has; null: none. */
  measure: number | null
  /** True when it has the measure of the compared period. */
  isCompared: boolean
}

/** What a compared measure's column is called. */
export function comparedName(measure: string): string {
  return `${measure}_compare`
}

interface ColumnSource {
  overTime: boolean
  dimensions: readonly Dimension[]
  measures: readonly AskedMeasure[]
  isCompared: boolean
}

/**
 * The columns in the order in which they always come: time, dimensions, measures, compared measures. A change is of both
 * periods: it has no compared column.
 */
export function columnsOf({ overTime, dimensions, measures, isCompared }: ColumnSource): Column[] {
  const plain = { unit: 'NONE', measure: null, isCompared: false } as const
  const time: Column = { ...plain, name: 'time', title: 'Time', type: 'TIME', role: 'TIME', alias: 'time' }
  const shown = dimensions.map(({ name, title, type, binned = 'NONE' }, index): Column => {
    return { ...plain, name, title, type, unit: binned, role: 'DIMENSION', alias: `d${index + 1}` }
  })
  const counted = measures.map(({ name, title, type, unit }, index): Column => {
    return { name, title, type, unit, role: 'MEASURE', alias: `m${index + 1}`, measure: index, isCompared: false }
  })
  const compared = counted
    .filter((column) => measures[column.measure!]!.formula.kind !== 'CHANGE')
    .map((column): Column => {
      const [name, title] = [comparedName(column.name), `${column.title} (compared)`]
      return { ...column, name, title, alias: `c${column.measure! + 1}`, isCompared: true }
    })
  return [...(overTime ? [time] : []), ...shown, ...counted, ...(isCompared ? compared : [])]
}

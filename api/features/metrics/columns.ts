import type { ColumnType, Dimension, Measure, Unit } from './catalog.ts'

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
}

/** What a compared measure's column is called. */
export function comparedName(measure: string): string {
  return `${measure}_compare`
}

interface ColumnSource {
  overTime: boolean
  dimensions: readonly Dimension[]
  measures: readonly Measure[]
  isCompared: boolean
}

/** The columns in the order in which they always come: time, dimensions, measures, compared measures. */
export function columnsOf({ overTime, dimensions, measures, isCompared }: ColumnSource): Column[] {
  const time: Column = { name: 'time', title: 'Time', type: 'TIME', unit: 'NONE', role: 'TIME', alias: 'time' }
  const shown = dimensions.map(({ name, title, type }, index): Column => {
    return { name, title, type, unit: 'NONE', role: 'DIMENSION', alias: `d${index + 1}` }
  })
  const counted = measures.map(({ name, title, type, unit }, index): Column => {
    return { name, title, type, unit, role: 'MEASURE', alias: `m${index + 1}` }
  })
  const compared = counted.map((column, index): Column => {
    return { ...column, name: comparedName(column.name), title: `${column.title} (compared)`, alias: `c${index + 1}` }
  })
  return [...(overTime ? [time] : []), ...shown, ...counted, ...(isCompared ? compared : [])]
}

import type { Reach } from '../../db/reach.ts'
import type { Direction } from '../../schema/direction.ts'
import type { Column } from './columns.ts'
import type { Dataset, Dimension, Measure } from './catalog.ts'
import type { FilterOp } from './metric-query.ts'
import type { Period } from './range.ts'

export interface Filter {
  dimension: Dimension
  op: FilterOp
  /** At least one for IN, NOT_IN and CONTAINS; none for the others. */
  values: readonly string[]
}

export interface Order {
  column: Column
  direction: Direction
}

/** A question that was checked and has an answer: all that the compiler needs to know. */
export interface Plan {
  reach: Reach
  dataset: Dataset
  /** At least one. */
  measures: readonly Measure[]
  dimensions: readonly Dimension[]
  filters: readonly Filter[]
  /** True when the answer has a bucket of time in each row. */
  overTime: boolean
  period: Period
  compared: Period | null
  timezone: string
  columns: readonly Column[]
  /** What was asked for; empty when nothing was. */
  order: readonly Order[]
  /** Most rows, or in a series most keys. */
  limit: number
  asOf: Date
}

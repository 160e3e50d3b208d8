import type { AskedMeasure } from './asked-measure.ts'
import type { Reach } from '../../db/reach.ts'
import type { Direction } from '../../schema/direction.ts'
import type { Column } from './columns.ts'
import type { Dataset, Dimension, Measure } from './catalog.ts'
import type { Filter } from './filter.ts'
import type { Period } from './range.ts'

export interface Order {
  column: Column
  direction: Direction
}

/** A question that was checked and has an answer: all that the compiler needs to know. */
export interface Plan {
  reach: Reach
  dataset: Dataset
  /** At least one. */
  measures: readonly AskedMeasure[]
  /** What is counted to answer them. */
  aggregates: readonly Measure[]
  dimensions: readonly Dimension[]
  /** All must be fulfilled. */
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
  /** How many keys stand for themselves, while all others become one; null: every key does. */
  top: number | null
  asOf: Date
}

import type { Cell } from './cell.ts'
import type { Column } from './columns.ts'
import type { Plan } from './plan.ts'
import { completeBuckets } from './range.ts'

/** What stands in the dimensions of the key of all keys beyond the limit. */
export const OTHER = '(other)'

/** Flat rows, without their passport. Times are ISO 8601 in UTC. */
export interface Rows {
  columns: readonly Column[]
  rows: Cell[][]
  /** For each row whether its bucket, or without buckets the range, is whole and has passed. */
  complete: boolean[]
  /** Rows without the limit. */
  totalCount: number
  /** True when there are more rows than these. */
  truncated: boolean
}

/** Turns the rows of `compileTable` into those of an answer. */
export function shapeTable(plan: Plan, answer: readonly (readonly Cell[])[]): Rows {
  const buckets = completeBuckets(plan.period, plan.asOf.getTime())
  const totalCount = Number(answer[0]?.[0] ?? 0)
  return {
    columns: plan.columns,
    rows: answer.map(([, , other, ...cells]) => {
      return other ? cells.map((cell, i) => (plan.columns[i]!.role === 'DIMENSION' ? OTHER : cell)) : cells
    }),
    complete: answer.map(([, number]) => buckets[Number(number) - 1]!),
    totalCount,
    truncated: totalCount > answer.length,
  }
}

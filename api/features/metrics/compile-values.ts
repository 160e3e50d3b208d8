import type { Piece, Pieces } from '../../db/pieces.ts'
import type { Measure } from './catalog.ts'
import { alias, concat } from './compile-pieces.ts'
import type { AskedMeasure } from './asked-measure.ts'
import type { Plan } from './plan.ts'

/** Where the aggregates are that a measure is calculated from, by their places in the plan. */
export interface Values {
  value: (of: number) => Piece
  /** That of all keys together. */
  whole: (of: number) => Piece
  compared: (of: number) => Piece
  /** That of all buckets until this one. */
  running: (of: number) => Piece
}

/** A measure, calculated from aggregates. Missing, or divided by 0, is null. */
export function measureOf(sql: Pieces, { formula }: AskedMeasure, values: Values): Piece {
  const value = values.value(formula.of)
  switch (formula.kind) {
    case 'ITSELF':
      return value
    case 'PER':
      return quotient(sql, value, values.value(formula.per))
    case 'SHARE':
      return quotient(sql, value, values.whole(formula.of))
    case 'RUNNING':
      return values.running(formula.of)
    case 'CHANGE': {
      const before = values.compared(formula.of)
      return quotient(sql, sql`(${value} - ${before})`, sql`abs(${before})`)
    }
  }
}

function quotient(sql: Pieces, value: Piece, divisor: Piece): Piece {
  return sql`${value}::float8 / nullif(${divisor}, 0)`
}

/** The values of all measures, and of the compared ones, as `, value as m1, value as m2, value as c1 ...`. */
export function valuesOf(sql: Pieces, plan: Plan): Piece {
  const pieces = plan.columns
    .filter((column) => column.role === 'MEASURE')
    .map((column) => {
      const measure = plan.measures[column.measure!]!
      const of = column.isCompared ? 'compared' : 'current'
      return sql`, ${measureOf(sql, measure, valuesInBucket(sql, plan, of))} as ${sql(column.alias)}`
    })
  return concat(sql, pieces)
}

/** The aggregates of one bucket `b` of one key `k`, in the joins of `filledFrom`. */
function valuesInBucket(sql: Pieces, { aggregates, dimensions }: Plan, of: 'current' | 'compared'): Values {
  const hours = { current: sql`b.hours`, compared: sql`b.compared_hours` }
  const valueIn = (group: 'current' | 'compared', i: number, table: string = group) =>
    valueOf(sql, aggregates[i]!, alias(sql, 'a', i, table), hours[group])
  return {
    value: (i) => valueIn(of, i),
    // Without dimensions there is one key: it is the whole.
    whole: (i) => valueIn(of, i, dimensions.length > 0 ? `${of}_whole` : of),
    compared: (i) => valueIn('compared', i),
    running: (i) => sql`case when ${hours[of]} > 0 then
      (sum(${valueIn(of, i)}) over (partition by k.key order by b.number rows unbounded preceding))::float8 end`,
  }
}

/** A bucket that has not begun has no value: its 0 would be a guess. */
function valueOf(sql: Pieces, measure: Measure, group: Piece, hours: Piece): Piece {
  if (measure.perHour) return sql`coalesce(${group}, 0) / nullif(${hours}, 0)`
  if (measure.empty === 0) return sql`coalesce(${group}, case when ${hours} > 0 then 0 end)`
  return sql`${group}`
}

/** Whether a measure of the question, compared or not, needs something beside its own aggregates. */
export function needsWholes({ measures, dimensions }: Plan): boolean {
  return dimensions.length > 0 && measures.some(({ formula }) => formula.kind === 'SHARE')
}

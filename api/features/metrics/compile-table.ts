import type { Piece, Pieces } from '../../db/pieces.ts'
import { filledFrom, otherMark } from './compile-filled.ts'
import { bucketsOf } from './compile-groups.ts'
import { typedKeyPart } from './compile-key-part.ts'
import { keysAndGroups } from './compile-keys.ts'
import { alias, commaList, concat, ordering } from './compile-pieces.ts'
import { valuesOf } from './compile-values.ts'
import type { Plan } from './plan.ts'

/**
 * The one statement that answers a question as rows. Its first columns are how many rows there are without the limit, the
 * number of the bucket, and a text when the key stands for the others; then come the plan's columns in their order.
 */
export function compileTable(sql: Pieces, plan: Plan): Piece {
  const keyParts = plan.dimensions.map((dimension, i) => {
    return sql`, ${typedKeyPart(sql, dimension, i)} as ${alias(sql, 'd', i)}`
  })
  const output = plan.columns.map((column) => sql`, f.${sql(column.alias)}`)
  return sql`
    /* table */
    with buckets as (${bucketsOf(sql, plan)}),
    ${keysAndGroups(sql, plan, { ranked: false })},
    filled as (
      select b.number, b.time, ${otherMark(sql, plan)} as other${concat(sql, keyParts)}${valuesOf(sql, plan)}
      ${filledFrom(sql, plan)}
    )
    select (select count(*) from buckets) * (select count(*) from keys) as total, f.number, f.other${concat(sql, output)}
    from filled as f
    order by ${orderOf(sql, plan)}
    limit ${plan.limit}`
}

/**
 * What was asked for, then time and dimensions upwards, so that the same question always has the same order. The other keys
 * come after those that stand for themselves.
 */
function orderOf(sql: Pieces, { order, columns, top }: Plan): Piece {
  const asked = order.map(({ column, direction }) => ({ column, isDown: direction === 'DESC' }))
  const ties = columns
    .filter((column) => column.role !== 'MEASURE' && !order.some((other) => other.column === column))
    .map((column) => ({ column, isDown: false }))
  const [first, ...rest] = [...asked, ...ties].map(({ column, isDown }) => {
    return ordering(sql, sql`f.${sql(column.alias)}`, { isText: column.type === 'STRING', isDown })
  })
  if (!first) return sql`f.time`
  if (top === null) return commaList(sql, [first, ...rest])
  const isTimeFirst = (asked[0] ?? ties[0])?.column.role === 'TIME'
  return commaList(
    sql,
    isTimeFirst ? [first, sql`f.other nulls first`, ...rest] : [sql`f.other nulls first`, first, ...rest],
  )
}

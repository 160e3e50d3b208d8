import type { Fragment, Sql } from '../../db/client.ts'
import { bucketsOf, filledFrom, groupsOf, keyPart, keysOf, ordering, valuesOf } from './compile-parts.ts'
import { alias, commaList, concat } from './compile-pieces.ts'
import type { Plan } from './plan.ts'

/**
 * The one statement that answers a question as rows. Its first column is how many rows there are without the limit; the
 * others are the plan's columns in their order.
 */
export function compileTable(sql: Sql, plan: Plan): Fragment {
  const { period, compared, dimensions, columns } = plan
  const comparedGroups = compared ? sql`compared as (${groupsOf(sql, plan, compared, { totals: false })}),` : sql``
  const keyParts = dimensions.map((_, i) => sql`, ${keyPart(sql, i)} as ${alias(sql, 'd', i)}`)
  const output = columns.map((column) => sql`f.${sql(column.alias)}`)
  return sql`
    /* table */
    with buckets as (${bucketsOf(sql, plan)}),
    current as (${groupsOf(sql, plan, period, { totals: false })}),
    ${comparedGroups}
    keys as (${keysOf(sql, plan)}),
    filled as (
      select b.time${concat(sql, keyParts)}${valuesOf(sql, plan)}
      ${filledFrom(sql, plan, 'keys')}
    )
    select (select count(*) from buckets) * (select count(*) from keys) as total, ${commaList(sql, output)}
    from filled as f
    order by ${orderOf(sql, plan)}
    limit ${plan.limit}`
}

/** What was asked for, then time and dimensions upwards, so that the same question always has the same order. */
function orderOf(sql: Sql, { order, columns }: Plan): Fragment {
  const asked = order.map(({ column, direction }) => ({ column, isDown: direction === 'DESC' }))
  const ties = columns
    .filter((column) => column.role !== 'MEASURE' && !order.some((other) => other.column === column))
    .map((column) => ({ column, isDown: false }))
  const pieces = [...asked, ...ties].map(({ column, isDown }) => {
    return ordering(sql, sql`f.${sql(column.alias)}`, { isText: column.type === 'STRING', isDown })
  })
  return pieces.length > 0 ? commaList(sql, pieces) : sql`f.time`
}

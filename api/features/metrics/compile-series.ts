import type { Fragment, Sql } from '../../db/client.ts'
import { bucketsOf, filledFrom, groupsOf, keyPart, keysOf, ordering, valuesOf } from './compile-parts.ts'
import { alias, commaList, concat } from './compile-pieces.ts'
import type { Plan } from './plan.ts'

/**
 * The one statement that answers a question as series: for each key, best first, every bucket in order. Its columns: how
 * many keys there are without the limit, the parts of the key, their labels, the measures, the compared measures.
 */
export function compileSeries(sql: Sql, plan: Plan): Fragment {
  const { period, compared, dimensions } = plan
  // Without dimensions there is one key, and nothing to rank.
  const totals = dimensions.length > 0
  const comparedGroups = compared ? sql`compared as (${groupsOf(sql, plan, compared, { totals: false })}),` : sql``
  const keyParts = dimensions.map((_, i) => sql`, ${keyPart(sql, i)} as ${alias(sql, 'd', i)}`)
  const labels = dimensions.map((_, i) => sql`, ${labelPart(sql, i)} as ${alias(sql, 'l', i)}`)
  return sql`
    /* series */
    with buckets as (${bucketsOf(sql, plan)}),
    current as (${groupsOf(sql, plan, period, { totals })}),
    ${comparedGroups}
    keys as (${keysOf(sql, plan)}),
    ranked as (
      select k.key, k.label, row_number() over (order by ${rankOf(sql, plan)}) as place, count(*) over () as total
      from keys as k
      left join current as total on total.bucket_number is null and total.key = k.key
      order by place
      limit ${plan.limit}
    )
    select k.total${concat(sql, keyParts)}${concat(sql, labels)}${valuesOf(sql, plan)}
    ${filledFrom(sql, plan, 'ranked')}
    order by k.place, b.number`
}

/** What was asked for, or the first measure downwards; then the key upwards. */
function rankOf(sql: Sql, { order, columns, dimensions }: Plan): Fragment {
  const byFirstMeasure = columns.filter((column) => column.role === 'MEASURE').slice(0, 1)
  const asked = order.length > 0 ? order : byFirstMeasure.map((column) => ({ column, direction: 'DESC' as const }))
  const pieces = asked.map(({ column, direction }) => {
    const isText = column.role === 'DIMENSION'
    const part = dimensions.findIndex((dimension) => dimension.name === column.name)
    const value = isText ? keyPart(sql, part) : sql`total.${sql(column.alias)}`
    return ordering(sql, value, { isText, isDown: direction === 'DESC' })
  })
  const ties = dimensions.map((_, i) => ordering(sql, keyPart(sql, i), { isText: true, isDown: false }))
  return commaList(sql, [...pieces, ...ties])
}

function labelPart(sql: Sql, index: number): Fragment {
  return [sql`k.label[1]`, sql`k.label[2]`, sql`k.label[3]`, sql`k.label[4]`, sql`k.label[5]`][index]!
}

import type { Piece, Pieces } from '../../db/pieces.ts'
import { keyPart, typedKeyPart } from './compile-key-part.ts'
import { alias, commaList, ordering } from './compile-pieces.ts'
import { measureOf, type Values } from './compile-values.ts'
import type { Formula } from './asked-measure.ts'
import type { Order, Plan } from './plan.ts'

/** What the CTEs with the groups of the period and of the compared one are called. */
export interface GroupNames {
  current: string
  compared: string
}

/** The best keys of `found` with their place, and how many keys there are. Without dimensions there is one. */
export function rankedFrom(sql: Pieces, plan: Plan, names: GroupNames, limit: number): Piece {
  if (plan.dimensions.length === 0) return sql`select k.*, 1 as place, 1 as total from found as k`
  const totalOf = (name: string) => sql`${sql(name)}.bucket_number is null and ${sql(name)}.key = k.key`
  const wholes = sql`
    left join ${sql(names.current)} as whole on whole.bucket_number is null and whole.key is null`
  const compared = sql`
    left join ${sql(names.compared)} as before on ${totalOf('before')}`
  return sql`
    select k.*, row_number() over (order by ${rankOf(sql, plan)}) as place, count(*) over () as total
    from found as k
    left join ${sql(names.current)} as total on ${totalOf('total')}
    ${ranksBy(plan, 'SHARE') ? wholes : sql``}${ranksBy(plan, 'CHANGE') ? compared : sql``}
    order by place
    limit ${limit}`
}

/** Whether keys are ranked by such a measure. */
export function ranksBy(plan: Plan, kind: Formula['kind']): boolean {
  return (
    plan.dimensions.length > 0 && ranking(plan).some(({ column }) => measureIn(plan, column)?.formula.kind === kind)
  )
}

/** What was asked for, as far as whole keys have it; or the first measure downwards. */
function ranking({ order, columns }: Plan): readonly Order[] {
  const asked = order.filter(({ column }) => column.role !== 'TIME' && !column.isCompared)
  if (asked.length > 0) return asked
  return [{ column: columns.find((column) => column.role === 'MEASURE')!, direction: 'DESC' }]
}

function rankOf(sql: Pieces, plan: Plan): Piece {
  const { dimensions } = plan
  const pieces = ranking(plan).map(({ column, direction }) => {
    const measure = measureIn(plan, column)
    const part = dimensions.findIndex((dimension) => dimension.name === column.name)
    const isDown = direction === 'DESC'
    if (measure) return ordering(sql, measureOf(sql, measure, totalsIn(sql, plan)), { isText: false, isDown })
    const dimension = dimensions[part]!
    return ordering(sql, typedKeyPart(sql, dimension, part), { isText: !dimension.binned, isDown })
  })
  const ties = dimensions.map((_, i) => ordering(sql, keyPart(sql, i), { isText: true, isDown: false }))
  return commaList(sql, [...pieces, ...ties])
}

function measureIn({ measures }: Plan, { measure }: Order['column']) {
  return measure === null ? null : measures[measure]!
}

/** The aggregates of a key for the whole period, in the joins of `rankedFrom`. */
function totalsIn(sql: Pieces, { aggregates }: Plan): Values {
  const valueIn = (table: string) => (i: number) =>
    aggregates[i]!.empty === 0 ? sql`coalesce(${alias(sql, 'a', i, table)}, 0)` : sql`${alias(sql, 'a', i, table)}`
  const value = valueIn('total')
  return { value, whole: valueIn('whole'), compared: valueIn('before'), running: value }
}

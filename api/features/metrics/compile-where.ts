import type { Piece, Pieces } from '../../db/pieces.ts'
import { withinPipelines } from '../../db/reach.ts'
import { containsPattern } from '../../lib/search-text.ts'
import type { Condition, Filter, RangeCondition, TextCondition } from './filter.ts'
import type { Plan } from './plan.ts'

/** Which rows count, whatever their time: those of the organization that fulfil every filter. */
export function whereOf(sql: Pieces, plan: Plan): Piece {
  return plan.filters.reduce(
    (all, filter) => sql`${all} and ${filterOf(sql, plan, filter)}`,
    sql`r.organization_id = ${plan.reach.organizationId}
        and ${withinPipelines(sql, plan.reach, sql`${sql(`r.${plan.dataset.pipelineColumn}`)}`)}`,
  )
}

function filterOf(sql: Pieces, plan: Plan, filter: Filter): Piece {
  if (!('join' in filter)) return conditionOf(sql, plan, filter)
  const parts = filter.filters.map((one) => filterOf(sql, plan, one))
  const joined = parts.reduce((all, part) => (filter.join === 'any' ? sql`${all} or ${part}` : sql`${all} and ${part}`))
  return sql`(${joined})`
}

/** What one filter asks of a row; null where the row has no value counts as no. Values are bound parameters. */
function conditionOf(sql: Pieces, { reach }: Plan, condition: Condition): Piece {
  const { value, lookup } = condition.dimension
  if (!lookup) return comparison(sql, condition, value(sql))
  return sql`exists (
    select from ${sql(lookup.relation)} as p
    where p.organization_id = ${reach.organizationId} and ${sql(`p.${lookup.id}`)} = ${value(sql)}
      and ${comparison(sql, condition, sql`${sql(`p.${lookup.value}`)}`)}
  )`
}

function comparison(sql: Pieces, condition: Condition, value: Piece): Piece {
  switch (condition.op) {
    case 'IN':
      return oneOf(sql, condition, value)
    case 'NOT_IN':
      return sql`(${oneOf(sql, condition, value)}) is not true`
    case 'CONTAINS':
      return sql`${value}::text ~ ${condition.values.map(containsPattern).join('|')}`
    case 'RANGE':
      return between(sql, condition)
    case 'IS_EMPTY':
      return sql`coalesce(${value}::text, '') = ''`
    case 'IS_NOT_EMPTY':
      return sql`${value}::text <> ''`
  }
}

function oneOf(sql: Pieces, { dimension, values }: TextCondition, value: Piece): Piece {
  return dimension.oneOf ? dimension.oneOf(sql, values) : sql`${value} = any(${[...values]}::text[])`
}

function between(sql: Pieces, { dimension, min, max }: RangeCondition): Piece {
  const number = dimension.number!(sql)
  if (max === null) return sql`${number} >= ${min}::float8`
  if (min === null) return sql`${number} <= ${max}::float8`
  return sql`${number} between ${min}::float8 and ${max}::float8`
}

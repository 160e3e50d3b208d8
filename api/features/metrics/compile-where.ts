import type { Fragment, Sql } from '../../db/client.ts'
import { withinPipelines } from '../../db/reach.ts'
import { containsPattern } from '../../lib/search-text.ts'
import type { Filter, Plan } from './plan.ts'

/** Which rows count, whatever their time: those of the organization that fulfil every filter. */
export function whereOf(sql: Sql, plan: Plan): Fragment {
  return plan.filters.reduce(
    (all, filter) => sql`${all} and ${conditionOf(sql, plan, filter)}`,
    sql`r.organization_id = ${plan.reach.organizationId}
        and ${withinPipelines(sql, plan.reach, sql`${sql(`r.${plan.dataset.pipelineColumn}`)}`)}`,
  )
}

/** What one filter asks of a row, never null. Values reach the database as bound parameters. */
function conditionOf(sql: Sql, { reach }: Plan, filter: Filter): Fragment {
  const { value, lookup } = filter.dimension
  if (!lookup) return comparison(sql, filter, value(sql))
  return sql`exists (
    select from ${sql(lookup.relation)} as p
    where p.organization_id = ${reach.organizationId} and ${sql(`p.${lookup.id}`)} = ${value(sql)}
      and ${comparison(sql, filter, sql`${sql(`p.${lookup.value}`)}`)}
  )`
}

function comparison(sql: Sql, filter: Filter, value: Fragment): Fragment {
  if (filter.op === 'IN') return oneOf(sql, filter, value)
  if (filter.op === 'NOT_IN') return sql`(${oneOf(sql, filter, value)}) is not true`
  if (filter.op === 'CONTAINS') return sql`${value}::text ~ ${filter.values.map(containsPattern).join('|')}`
  if (filter.op === 'IS_EMPTY') return sql`coalesce(${value}::text, '') = ''`
  return sql`${value}::text <> ''`
}

function oneOf(sql: Sql, { dimension, values }: Filter, value: Fragment): Fragment {
  return dimension.oneOf ? dimension.oneOf(sql, values) : sql`${value} = any(${[...values]}::text[])`
}

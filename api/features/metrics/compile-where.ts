import type { Fragment, Sql } from '../../db/client.ts'
import type { Filter, Plan } from './plan.ts'
import type { Period } from './range.ts'

/** Which rows count: those of the organization, within the period, that fulfil every filter. */
export function whereOf(sql: Sql, plan: Plan, period: Period): Fragment {
  const time = sql(`r.${plan.dataset.timeColumn}`)
  return plan.filters.reduce(
    (all, filter) => sql`${all} and ${conditionOf(sql, filter)}`,
    sql`r.organization_id = ${plan.organizationId}
        and ${time} >= ${new Date(period.from)} and ${time} < ${new Date(period.to)}`,
  )
}

/** What one filter asks of a row, never null. Values reach the database as bound parameters. */
export function conditionOf(sql: Sql, filter: Filter): Fragment {
  const value = filter.dimension.value(sql)
  if (filter.op === 'IN') return oneOf(sql, filter)
  if (filter.op === 'NOT_IN') return sql`(${oneOf(sql, filter)}) is not true`
  if (filter.op === 'CONTAINS') return sql`${value}::text ilike any(${filter.values.map(toPattern)}::text[])`
  if (filter.op === 'IS_EMPTY') return sql`coalesce(${value}::text, '') = ''`
  return sql`${value}::text <> ''`
}

function oneOf(sql: Sql, { dimension, values }: Filter): Fragment {
  if (dimension.oneOf) return dimension.oneOf(sql, values)
  return sql`${dimension.value(sql)} = any(${[...values]}::text[])`
}

/** The pattern of `like` that finds a text anywhere, with its own signs taken literally. */
export function toPattern(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
}

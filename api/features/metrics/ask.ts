import type { Fragment, Sql } from '../../db/client.ts'
import type { Reach } from '../../db/reach.ts'
import { checkQuery } from './check-query.ts'
import { compileSeries } from './compile-series.ts'
import { compileTable } from './compile-table.ts'
import { STATEMENT_TIMEOUT_MS } from './limits.ts'
import type { MetricQuery } from './metric-query.ts'
import type { Plan } from './plan.ts'
import { runMetricStatement } from './queries.ts'
import { toCell } from './cell.ts'
import { shapeSeries, type Line } from './shape-series.ts'
import { shapeTable, type Rows } from './shape-table.ts'

export interface AskDeps {
  sql: Sql
  /** How long the statement may run. Default: 30 seconds. */
  timeoutMs?: number
}

/** What an answer covers. */
export interface Passport {
  from: Date
  to: Date
  asOf: Date
  timezone: string
  /** Null when nothing was to be compared. */
  comparedFrom: Date | null
  comparedTo: Date | null
}

/** The answer as flat rows. */
export type Table = Rows & Passport

/**
 * Answers a question as rows: with `every`, one for each bucket and combination of dimension values, gap free. Throws
 * badInput for a question that cannot be answered, and an error with the code TIMEOUT when it takes too long.
 */
export async function askTable(deps: AskDeps, reach: Reach, query: MetricQuery, now: Date): Promise<Table> {
  const plan = checkQuery('table', query, { reach, now })
  const answer = await runMetricStatement(deps.sql, (sql) => compileTable(sql, plan), timeoutOf(deps))
  return {
    ...passportOf(plan),
    ...shapeTable(
      plan,
      answer.map((row) => row.map(toCell)),
    ),
  }
}

/** The answer over time, one line of it. */
export type Series = Line & Passport

/**
 * Answers a question over time: one series for each measure and combination of dimension values, gap free, those with the
 * greatest first measure first. Throws like `askTable`.
 */
export async function askSeries(deps: AskDeps, reach: Reach, query: MetricQuery, now: Date): Promise<Series[]> {
  const plan = checkQuery('series', query, { reach, now })
  const answer = await runMetricStatement(deps.sql, (sql) => compileSeries(sql, plan), timeoutOf(deps))
  return shapeSeries(
    plan,
    answer.map((row) => row.map(toCell)),
  ).map((series) => ({ ...series, ...passportOf(plan) }))
}

/** The statement that `askSeries` would send. Throws like it. */
export function compileQuestion(reach: Reach, query: MetricQuery, now: Date): (sql: Sql) => Fragment {
  const plan = checkQuery('series', query, { reach, now })
  return (sql) => compileSeries(sql, plan)
}

function timeoutOf({ timeoutMs }: AskDeps): number {
  return timeoutMs ?? STATEMENT_TIMEOUT_MS
}

function passportOf({ period, compared, asOf, timezone }: Plan): Passport {
  return {
    from: new Date(period.from),
    to: new Date(period.to),
    asOf,
    timezone,
    comparedFrom: compared && new Date(compared.from),
    comparedTo: compared && new Date(compared.to),
  }
}

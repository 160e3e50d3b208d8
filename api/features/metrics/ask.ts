import type { Sql } from '../../db/client.ts'
import { type Piece, pieces, type Statement, toStatement } from '../../db/pieces.ts'
import type { Reach } from '../../db/reach.ts'
import type { Places } from '../../lib/places.ts'
import { type Cell, toCell } from './cell.ts'
import { type Asker, checkQuery } from './check-query.ts'
import { compileSeries } from './compile-series.ts'
import { compileTable } from './compile-table.ts'
import { explain, type StatementPlan } from './explain.ts'
import { STATEMENT_TIMEOUT_MS } from './limits.ts'
import type { AnswerKind, MetricQuery } from './metric-query.ts'
import type { Plan } from './plan.ts'
import { runMetricStatement } from './queries.ts'
import { shapeSeries, type Line } from './shape-series.ts'
import { shapeTable, type Rows } from './shape-table.ts'

export interface AskDeps {
  sql: Sql
  /** Places for statements under way, by organization. */
  statementsAtOnce: Places
  /** Stops the statement when it aborts. Default: somebody waits to the end. */
  signal?: AbortSignal
  /** How long the statement may run. Default: 30 seconds. */
  timeoutMs?: number
}

/** A question, and who asked it when. */
export interface AskedQuestion extends Asker {
  query: MetricQuery
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
  const rows = await run(deps, plan, compileTable(pieces, plan))
  return { ...shapeTable(plan, rows.map(toCells)), ...passportOf(plan) }
}

/** The answer over time, one line of it. */
export type Series = Line & Passport

/**
 * Answers a question over time: one series for each measure and combination of dimension values, gap free, those with the
 * greatest first measure first. Throws like `askTable`.
 */
export async function askSeries(deps: AskDeps, reach: Reach, query: MetricQuery, now: Date): Promise<Series[]> {
  const plan = checkQuery('series', query, { reach, now })
  const rows = await run(deps, plan, compileSeries(pieces, plan))
  return shapeSeries(plan, rows).map((series) => ({ ...series, ...passportOf(plan) }))
}

/** How PostgreSQL would answer a question of this kind. Throws like `askTable`. */
export function explainQuestion(deps: AskDeps, kind: AnswerKind, asked: AskedQuestion): Promise<StatementPlan> {
  const plan = checkQuery(kind, asked.query, asked)
  return explain(COMPILE[kind](pieces, plan), (statement) => run(deps, plan, statement))
}

/** The statement that `askTable` or `askSeries` would send. Throws like them. */
export function compileQuestion(kind: AnswerKind, asked: AskedQuestion): Statement {
  return toStatement(COMPILE[kind](pieces, checkQuery(kind, asked.query, asked)))
}

/** What the answer to a question covers, without asking for it. Throws badInput for a question that cannot be answered. */
export function coverageOf(kind: AnswerKind, asked: AskedQuestion): Passport {
  return passportOf(checkQuery(kind, asked.query, asked))
}

const COMPILE = { table: compileTable, series: compileSeries }

const NEVER = new AbortController().signal

function run(deps: AskDeps, plan: Plan, statement: Piece): Promise<unknown[][]> {
  const limits = { signal: NEVER, timeoutMs: STATEMENT_TIMEOUT_MS, ...deps }
  return runMetricStatement(limits, plan.reach.organizationId, statement)
}

function toCells(row: readonly unknown[]): Cell[] {
  return row.map(toCell)
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

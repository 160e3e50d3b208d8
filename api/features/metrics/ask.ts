import type { Sql } from '../../db/client.ts'
import { type Piece, pieces, type Statement, toStatement } from '../../db/pieces.ts'
import type { Reach } from '../../db/reach.ts'
import type { Places } from '../../lib/places.ts'
import { toCell } from './cell.ts'
import { checkQuery } from './check-query.ts'
import { compileSeries } from './compile-series.ts'
import { compileTable } from './compile-table.ts'
import { explain, type StatementPlan } from './explain.ts'
import { STATEMENT_TIMEOUT_MS } from './limits.ts'
import type { MetricQuery } from './metric-query.ts'
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

/** What an answer covers, and how it was counted. */
export interface Passport {
  from: Date
  to: Date
  asOf: Date
  timezone: string
  /** Null when nothing was to be compared. */
  comparedFrom: Date | null
  comparedTo: Date | null
  /** How PostgreSQL answers the question. Asked once, however often it is called. */
  explain: () => Promise<StatementPlan>
}

/** The answer as flat rows. */
export type Table = Rows & Passport

/**
 * Answers a question as rows: with `every`, one for each bucket and combination of dimension values, gap free. Throws
 * badInput for a question that cannot be answered, and an error with the code TIMEOUT when it takes too long.
 */
export async function askTable(deps: AskDeps, reach: Reach, query: MetricQuery, now: Date): Promise<Table> {
  const plan = checkQuery('table', query, { reach, now })
  const { cells, passport } = await answer(deps, plan, compileTable)
  return { ...shapeTable(plan, cells), ...passport }
}

/** The answer over time, one line of it. */
export type Series = Line & Passport

/**
 * Answers a question over time: one series for each measure and combination of dimension values, gap free, those with the
 * greatest first measure first. Throws like `askTable`.
 */
export async function askSeries(deps: AskDeps, reach: Reach, query: MetricQuery, now: Date): Promise<Series[]> {
  const plan = checkQuery('series', query, { reach, now })
  const { cells, passport } = await answer(deps, plan, compileSeries)
  return shapeSeries(plan, cells).map((series) => ({ ...series, ...passport }))
}

/** The statement that `askSeries` would send. Throws like it. */
export function compileQuestion(reach: Reach, query: MetricQuery, now: Date): Statement {
  return toStatement(compileSeries(pieces, checkQuery('series', query, { reach, now })))
}

const NEVER = new AbortController().signal

async function answer(deps: AskDeps, plan: Plan, compile: typeof compileTable) {
  const limits = { signal: NEVER, timeoutMs: STATEMENT_TIMEOUT_MS, ...deps }
  const run = (piece: Piece) => runMetricStatement(limits, plan.reach.organizationId, piece)
  const statement = compile(pieces, plan)
  const rows = await run(statement)
  let explained: Promise<StatementPlan> | undefined
  const passport: Passport = { ...coverageOf(plan), explain: () => (explained ??= explain(statement, run)) }
  return { cells: rows.map((row) => row.map(toCell)), passport }
}

function coverageOf({ period, compared, asOf, timezone }: Plan): Omit<Passport, 'explain'> {
  return {
    from: new Date(period.from),
    to: new Date(period.to),
    asOf,
    timezone,
    comparedFrom: compared && new Date(compared.from),
    comparedTo: compared && new Date(compared.to),
  }
}

import { GraphQLError } from 'graphql'
import type { Fragment, Sql } from '../../db/client.ts'
import { transaction } from '../../db/transaction.ts'
import { badInput, type ErrorCode } from '../../schema/errors.ts'

/** What PostgreSQL calls the errors that a question can cause. */
const QUERY_CANCELED = '57014'
const NUMERIC_VALUE_OUT_OF_RANGE = '22003'

/**
 * Runs one compiled statement and returns its rows as plain arrays. PostgreSQL stops it after `timeoutMs`: then an error
 * with the code TIMEOUT says what to ask instead.
 */
export async function runMetricStatement(
  sql: Sql,
  compile: (sql: Sql) => Fragment,
  timeoutMs: number,
): Promise<unknown[][]> {
  try {
    return await transaction(sql, async (inner) => {
      // Sent together with the question: no round trip of its own. A plan made for any range and any number of buckets
      // expects few of both, and took up to twice as long (half a million rows): each question gets a plan of its own.
      const limited = inner`
        select set_config('statement_timeout', ${String(timeoutMs)}, true),
               set_config('plan_cache_mode', 'force_custom_plan', true)`
      const [, rows] = await Promise.all([limited, compile(inner).values()])
      return rows
    })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === QUERY_CANCELED) throw timedOut(timeoutMs)
    if (code === NUMERIC_VALUE_OUT_OF_RANGE)
      throw badInput('A sum is too large to be written as a number: narrow it down.')
    throw error
  }
}

function timedOut(timeoutMs: number): GraphQLError {
  return new GraphQLError(
    `The answer took longer than ${timeoutMs / 1000} seconds and was stopped. Ask for a shorter range, a coarser "every", ` +
      'fewer dimensions, or no percentiles.',
    { extensions: { code: 'TIMEOUT' satisfies ErrorCode, http: { status: 200 } } },
  )
}

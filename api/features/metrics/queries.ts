import { GraphQLError } from 'graphql'
import { errorCode } from '../../lib/error-code.ts'
import { type Limits, runLimited } from '../../db/limited.ts'
import { type Piece, toStatement } from '../../db/pieces.ts'
import type { Sql } from '../../db/client.ts'
import type { Places } from '../../lib/places.ts'
import { badInput, type ErrorCode } from '../../schema/errors.ts'
import { STATEMENTS_AT_ONCE } from './limits.ts'

/** What PostgreSQL calls the errors that a question can cause. */
const QUERY_CANCELED = '57014'
const NUMERIC_VALUE_OUT_OF_RANGE = '22003'

export interface RunDeps extends Limits {
  sql: Sql
  statementsAtOnce: Places
}

/**
 * Runs one compiled statement of an organization and returns its rows as plain arrays. Throws an error with the code
 * TIMEOUT when PostgreSQL had to stop it, QUOTA_EXCEEDED when too many others of the organization are under way, and
 * WITHDRAWN when nobody waits for it any more: then PostgreSQL was asked to stop it.
 */
export async function runMetricStatement(deps: RunDeps, organizationId: number, piece: Piece): Promise<unknown[][]> {
  const leave = await deps.statementsAtOnce.take(organizationId, STATEMENTS_AT_ONCE)
  if (!leave) throw tooMany()
  try {
    return await runLimited(deps.sql, toStatement(piece), deps)
  } catch (error) {
    if (deps.signal.aborted) throw withdrawn()
    const code = errorCode(error)
    if (code === QUERY_CANCELED) throw timedOut(deps.timeoutMs)
    if (code === NUMERIC_VALUE_OUT_OF_RANGE)
      throw badInput('A sum is too large to be written as a number: narrow it down.')
    throw error
  } finally {
    leave()
  }
}

function timedOut(timeoutMs: number): GraphQLError {
  return refusal(
    'TIMEOUT',
    `The answer took longer than ${timeoutMs / 1000} seconds and was stopped. Ask for a shorter range, a coarser "every", ` +
      'fewer dimensions, or no percentiles.',
  )
}

function tooMany(): GraphQLError {
  return refusal(
    'QUOTA_EXCEEDED',
    `The organization has ${STATEMENTS_AT_ONCE} tables and series under way, and this one waited too long for them. Ask again ` +
      'in a moment, or for less at once.',
  )
}

/** Hardly anybody reads it: whoever asked has gone. */
function withdrawn(): GraphQLError {
  return refusal('WITHDRAWN', 'The question was withdrawn before it was answered.')
}

function refusal(code: ErrorCode, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status: 200 } } })
}

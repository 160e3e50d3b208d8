import { GraphQLError } from 'graphql'
import { maskError, type MaskError } from 'graphql-yoga'
import { isDatabaseAway } from '../db/is-away.ts'
import type { Log } from '../lib/log.ts'
import type { ErrorCode } from '../schema/errors.ts'
import { AWAY } from './http.ts'
import { refused } from './query-limits.ts'

/** Makes what decides what of an error a client is told. Errors of the client are told; ours are logged, and stay here. */
export function makeErrorMask(log: Log): MaskError {
  return (error, message) => {
    const original = error instanceof GraphQLError ? error.originalError : error
    if (isUnreadable(error)) return refused('The body is not JSON.', { isQuery: false })
    if (isTimeout(original)) return timeoutError(error)
    if (isDatabaseAway(original)) return awayError(error)
    // Errors of the client have no original; what has one is ours, and its text stays here.
    if (original && !(original instanceof GraphQLError)) log.error('A GraphQL field failed', { error: original })
    return maskError(error, message, false)
  }
}

/** The engine repeats all of such a body in its answer. */
function isUnreadable(error: unknown): boolean {
  return error instanceof GraphQLError && 'originalError' in error.extensions
}

/** PostgreSQL's code for a statement that ran into its timeout or was cancelled. */
function isTimeout(error: unknown): boolean {
  return (error as { code?: unknown } | undefined)?.code === '57014'
}

function timeoutError(error: unknown): GraphQLError {
  const message = 'This took too long and was stopped. Ask for a shorter range, or filter more.'
  return new GraphQLError(message, { ...placeOf(error), extensions: { code: 'TIMEOUT' satisfies ErrorCode } })
}

function awayError(error: unknown): GraphQLError {
  const http = { status: AWAY.status, headers: AWAY.headers }
  const extensions = { code: 'UNAVAILABLE' satisfies ErrorCode, http }
  return new GraphQLError(AWAY.message, { ...placeOf(error), extensions })
}

function placeOf(error: unknown) {
  return error instanceof GraphQLError ? { path: error.path, nodes: error.nodes } : {}
}

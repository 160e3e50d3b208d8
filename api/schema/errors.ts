import { GraphQLError } from 'graphql'

/** What a client can tell errors apart by: `extensions.code`. */
export type ErrorCode = 'BAD_INPUT' | 'FORBIDDEN' | 'NOT_FOUND' | 'TOO_MANY_CHANGES' | 'TIMEOUT'

/** An argument that cannot be answered. Say what was wrong, where, and what to do. */
export function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_INPUT' satisfies ErrorCode, http: { status: 200 } } })
}

/** The caller is known, and is not allowed to do this. */
export function forbidden(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'FORBIDDEN' satisfies ErrorCode } })
}

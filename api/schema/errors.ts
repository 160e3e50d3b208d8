import { GraphQLError } from 'graphql'

/** What a client can tell errors apart by: `extensions.code`. */
export type ErrorCode =
  | 'BAD_INPUT'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'TOO_MANY_CHANGES'
  | 'TIMEOUT'
  | 'WITHDRAWN'
  | 'RATE_LIMITED'
  | 'QUOTA_EXCEEDED'
  | 'UNAVAILABLE'
  | 'UNKNOWN_OPERATION'

/** An argument that cannot be answered. Say what was wrong, where, and what to do. */
export function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_INPUT' satisfies ErrorCode, http: { status: 200 } } })
}

/** The caller is known, and is not allowed to do this. */
export function forbidden(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'FORBIDDEN' satisfies ErrorCode } })
}

/** There is no such thing in the caller's organization: it never was, it is gone, or it belongs to another one. */
export function notFound(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'NOT_FOUND' satisfies ErrorCode, http: { status: 200 } } })
}

/** Somebody asks or tries too often. Say when to go on. */
export function rateLimited(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'RATE_LIMITED' satisfies ErrorCode, http: { status: 200 } } })
}

/** The organization has used up what it may. Say how much that is, and when there is more. */
export function quotaExceeded(message: string): GraphQLError {
  return new GraphQLError(message, {
    extensions: { code: 'QUOTA_EXCEEDED' satisfies ErrorCode, http: { status: 200 } },
  })
}

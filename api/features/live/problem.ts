import { GraphQLError } from 'graphql'
import { isDatabaseAway } from '../../db/is-away.ts'
import type { Log } from '../../lib/log.ts'
import type { ErrorCode } from '../../schema/errors.ts'

/** An error as it is told to all who watch: what is meant for people as it is, others only in general. Those are logged. */
export function problemFor(error: unknown, log: Log): GraphQLError {
  if (error instanceof GraphQLError && !error.originalError) return error
  if (isDatabaseAway(error)) {
    const extensions = { code: 'UNAVAILABLE' satisfies ErrorCode }
    return new GraphQLError('The database cannot be reached at the moment. It is tried again by itself.', {
      extensions,
    })
  }
  log.error('A question that is watched failed', { error })
  return new GraphQLError('The server could not answer this. It tries again by itself.')
}

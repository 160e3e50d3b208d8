import { GraphQLError } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { Context } from '../schema/context.ts'
import type { ErrorCode } from '../schema/errors.ts'

/**
 * Queries and mutations that an organization has under way at once: one more waits for a moment, and is then refused.
 * Subscriptions do not count, they may be open for days.
 */
export const queriesAtOnce: Plugin<Context> = {
  onExecute({ executeFn, setExecuteFn }) {
    setExecuteFn((args) => withPlace(args.contextValue as Context, () => executeFn(args)))
  },
}

/** Runs a query when its organization has a place for it. */
export async function withPlace<Result>(
  { viewer, queriesAtOnce: places }: Context,
  run: () => Promise<Result> | Result,
): Promise<Result | { errors: GraphQLError[] }> {
  const limit = viewer.queriesAtOnce
  if (limit === null) return run()
  const leave = await places.take(viewer.organization.id, limit)
  if (!leave) return { errors: [tooMany(limit)] }
  try {
    return await run()
  } finally {
    leave()
  }
}

function tooMany(limit: number): GraphQLError {
  const message = `The organization has ${limit} queries under way, which is its quota. Ask again in a moment.`
  const http = { status: 429, headers: { 'Retry-After': '1' } }
  return new GraphQLError(message, { extensions: { code: 'QUOTA_EXCEEDED' satisfies ErrorCode, http } })
}

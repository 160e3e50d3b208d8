import { GraphQLError } from 'graphql'

/** What to tell people of an error: what is meant for them, and of others only that it failed. */
export function wordProblem(error: unknown): string {
  const isOurs = error instanceof GraphQLError && !error.originalError
  return isOurs ? error.message : 'The server could not answer this. It tries again by itself.'
}

import { UserError } from '../lib/user-error.ts'

/**
 * What a program says before it gives up. For what a person can put right that is one sentence; for anything else the stack
 * trace comes along, because then we have to.
 */
export function describeFailure(error: unknown): string {
  if (error instanceof UserError) return error.message
  if (!(error instanceof Error)) return `Something unexpected happened: ${String(error)}`
  return `Something unexpected happened. Please report it with these lines:\n${error.stack ?? error.message}`
}

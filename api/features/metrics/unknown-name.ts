import type { GraphQLError } from 'graphql'
import { badInput } from '../../schema/errors.ts'
import { nearest, quoted } from '../../lib/nearest.ts'

/** A name that there is not, with the nearest one that there is. `what` says of what: `measure of the dataset "jobs"`. */
export function unknownName(what: string, name: string, existing: readonly string[]): GraphQLError {
  const meant = nearest(name, existing)
  return badInput(`${quoted(name)} is not a ${what}.${meant === null ? '' : ` The nearest name is ${quoted(meant)}.`}`)
}

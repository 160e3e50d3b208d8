import type { GraphQLError } from 'graphql'
import { notFound } from '../../schema/errors.ts'

/** There is no such key here. */
export function keyNotFound(id: string): GraphQLError {
  return notFound(`There is no API key with the id "${id.slice(0, 60)}".`)
}

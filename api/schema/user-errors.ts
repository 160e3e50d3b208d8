import type { GraphQLFieldResolver, GraphQLSchema } from 'graphql'
import { UserError } from '../lib/user-error.ts'
import { badInput } from './errors.ts'

/**
 * What a person can put right is told to the person: a UserError of any query or mutation is answered as BAD_INPUT, so
 * that features can throw it wherever they notice something, also from code that commands use too.
 */
export function tellUserErrors(schema: GraphQLSchema): GraphQLSchema {
  for (const type of [schema.getQueryType(), schema.getMutationType()]) {
    for (const field of Object.values(type?.getFields() ?? {})) {
      if (field.resolve) field.resolve = telling(field.resolve)
    }
  }
  return schema
}

type Resolve = GraphQLFieldResolver<unknown, unknown>

function telling(resolve: Resolve): Resolve {
  return async (...args) => {
    try {
      return await (resolve(...args) as unknown)
    } catch (error) {
      throw error instanceof UserError ? badInput(error.message) : error
    }
  }
}

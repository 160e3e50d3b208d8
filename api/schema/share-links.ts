import type { GraphQLFieldResolver, GraphQLSchema } from 'graphql'
import type { Context } from './context.ts'
import { forbidden } from './errors.ts'

/** Marks a root field that is answered to whoever came by a share link. It decides itself what they see. */
export const OPEN_TO_LINKS: Readonly<Record<string, unknown>> = { openToLinks: true }

/**
 * Whoever came by a share link sees its dashboard and nothing else: they have no permission, and every root field refuses
 * them that is not marked, also one that asks for no permission.
 */
export function refuseLinks(schema: GraphQLSchema): GraphQLSchema {
  for (const type of [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]) {
    for (const field of Object.values(type?.getFields() ?? {})) {
      if (field.extensions['openToLinks']) continue
      if (field.resolve) field.resolve = refusing(field.resolve)
      if (field.subscribe) field.subscribe = refusing(field.subscribe)
    }
  }
  return schema
}

type Resolve = GraphQLFieldResolver<unknown, Context>

function refusing(resolve: Resolve): Resolve {
  return (root, args, context, info) => {
    if (context.viewer.shareLink) {
      throw forbidden(`A share link shows one dashboard and nothing else: sign in to ask for "${info.fieldName}".`)
    }
    return resolve(root, args, context, info) as unknown
  }
}

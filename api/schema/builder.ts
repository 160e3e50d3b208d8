import SchemaBuilder from '@pothos/core'
import RelayPlugin from '@pothos/plugin-relay'
import type { Context } from './context.ts'

/** The one builder that every GraphQL type registers itself with. Fields are non-null unless they say otherwise. */
export const builder = new SchemaBuilder<{
  Context: Context
  DefaultFieldNullability: false
  Scalars: {
    DateTime: { Input: Date; Output: Date }
    Duration: { Input: string; Output: string }
    JSON: { Input: unknown; Output: unknown }
  }
  Connection: { totalCount: () => Promise<number> }
}>({
  plugins: [RelayPlugin],
  defaultFieldNullability: false,
  relay: { cursorType: 'String', nodeQueryOptions: false, nodesQueryOptions: false, nodesOnConnection: true },
})

builder.queryType({ description: 'Everything that can be asked.' })
builder.mutationType({ description: 'Everything that can be changed.' })
builder.subscriptionType({ description: 'Everything that tells of changes by itself.' })

builder.globalConnectionField('totalCount', (t) =>
  t.int({
    description: 'How many there are in all, without paging. Counted only when asked for.',
    resolve: (connection) => connection.totalCount(),
  }),
)

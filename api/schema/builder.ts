import SchemaBuilder from '@pothos/core'
import RelayPlugin from '@pothos/plugin-relay'
import type { DatabaseTime, IsoTime } from '../lib/iso-time.ts'
import type { Context } from './context.ts'

/** The one builder that every GraphQL type registers itself with. Fields are non-null unless they say otherwise. */
export const builder = new SchemaBuilder<{
  Context: Context
  DefaultFieldNullability: false
  Scalars: {
    DateTime: { Input: Date; Output: Date | DatabaseTime | IsoTime }
    Duration: { Input: string; Output: string }
    JSON: { Input: unknown; Output: unknown }
  }
  Connection: { totalCount: () => Promise<number> }
}>({
  plugins: [RelayPlugin],
  defaultFieldNullability: false,
  relay: {
    cursorType: 'String',
    nodeQueryOptions: false,
    nodesQueryOptions: false,
    firstArgOptions: { description: 'How many from the beginning of the list. Default: 50. At most 500.' },
    afterArgOptions: { description: 'Only what comes after this cursor in the list.' },
    lastArgOptions: { description: 'How many from the end of the list, in the order of the list. At most 500.' },
    beforeArgOptions: { description: 'Only what comes before this cursor in the list.' },
    edgesFieldOptions: { description: 'The items of the page, each with its cursor.' },
    nodesOnConnection: { description: 'The items of the page, without cursors.' },
    nodeFieldOptions: { description: 'The item.' },
    cursorFieldOptions: {
      description: 'Its place in the list, for `after` and `before`. It fits the same order only.',
    },
    pageInfoFieldOptions: { description: 'Where the page lies in the list.' },
    pageInfoTypeOptions: { description: 'Where a page lies in its list.' },
    hasNextPageFieldOptions: { description: 'Whether the list goes on after the page.' },
    hasPreviousPageFieldOptions: { description: 'Whether there is more of the list before the page.' },
    startCursorFieldOptions: { description: 'The cursor of the first item; null on an empty page.' },
    endCursorFieldOptions: { description: 'The cursor of the last item; null on an empty page.' },
  },
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

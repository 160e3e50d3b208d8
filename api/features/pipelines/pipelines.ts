import DataLoader from 'dataloader'
import { isStorable } from '../../lib/search-text.ts'
import { builder } from '../../schema/builder.ts'
import { type Context, reachFor, perRequest } from '../../schema/context.ts'
import { decodeCursor, encodeCursor, type Page, readPage, toConnection } from '../../schema/paging.ts'
import { readTextFilter } from '../../schema/text-filter.ts'
import { Pipeline } from './pipeline.ts'
import { countPipelines, findPipelines, listPipelines, type PipelineRow } from './queries.ts'

const ORDER = 'pipelines by key'

const PipelineFilter = builder.inputType('PipelineFilter', {
  description: 'Which pipelines.',
  fields: (t) => ({
    text: t.string({ description: 'Contained in the key or the name, in any case.' }),
  }),
})

const PipelineConnection = builder.connectionObject(
  {
    type: Pipeline,
    name: 'PipelineConnection',
    description: 'A page of pipelines.',
    edgesNullable: { list: false, items: false },
    nodeNullable: false,
  },
  { name: 'PipelineEdge', description: 'A pipeline and its place in the list.' },
)

builder.queryField('pipelines', (t) =>
  t.connection(
    {
      type: Pipeline,
      description:
        'The pipelines, ordered by key. A page has 50 of them unless another size is asked for, and 500 at most.',
      args: { filter: t.arg({ type: PipelineFilter, description: 'Which pipelines. Default: all.' }) },
      edgesNullable: { list: false, items: false },
      nodeNullable: false,
      resolve: (_root, { filter, ...args }, context) => readPipelines(context, readPage(args), filter?.text ?? null),
    },
    PipelineConnection,
  ),
)

builder.queryField('pipeline', (t) =>
  t.field({
    type: Pipeline,
    nullable: true,
    description: 'One pipeline, or null when there is none with this id.',
    args: { id: t.arg.id({ required: true, description: 'Its key.' }) },
    resolve(_root, { id }, context) {
      reachFor('jobs.read', context)
      return isStorable(id) ? pipelineByKey(context).load(id) : null
    },
  }),
)

/** Joins the look-ups of one moment into one statement. It remembers nothing: a subscription lives long. */
const pipelineByKey = perRequest(
  (context: Context) =>
    new DataLoader<string, PipelineRow | null>(
      async (keys) => {
        const rows = await findPipelines(context.sql, reachFor('jobs.read', context), keys)
        const byKey = new Map(rows.map((row) => [row.key, row]))
        return keys.map((key) => byKey.get(key) ?? null)
      },
      { cache: false },
    ),
)

async function readPipelines(context: Context, page: Page, text: string | null) {
  const reach = reachFor('jobs.read', context)
  const pattern = readTextFilter(text, 'filter.text')
  const rows = await listPipelines(context.sql, reach, {
    pattern,
    after: placeOf(page.after),
    before: placeOf(page.before),
    backward: page.backward,
    limit: page.size + 1,
  })
  const cursorOf = (row: PipelineRow) => encodeCursor(ORDER, [row.key])
  return toConnection(rows, { page, cursorOf, totalCount: () => countPipelines(context.sql, reach, pattern) })
}

function placeOf(cursor: string | null): string | null {
  if (cursor === null) return null
  return decodeCursor(ORDER, cursor, (place) => place.length === 1 && isStorable(place[0]!))[0]!
}

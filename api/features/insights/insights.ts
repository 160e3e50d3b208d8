import { builder } from '../../schema/builder.ts'
import { type Context, reachFor } from '../../schema/context.ts'
import { momentCursor, readMomentCursor } from '../../schema/moment-place.ts'
import { type PageArgs, readPage, toConnection } from '../../schema/paging.ts'
import { Insight } from './insight.ts'
import { type InsightFilter, InsightFilterInput, readInsightFilter } from './insight-filter.ts'
import { countInsights, findInsights, type InsightPlace, type InsightRow, listInsights } from './queries/insights.ts'
import { isUuid } from '../../lib/is-uuid.ts'

const ORDER = 'insights'

const InsightConnection = builder.connectionObject(
  {
    type: Insight,
    name: 'InsightConnection',
    description: 'A page of insights.',
    edgesNullable: { list: false, items: false },
    nodeNullable: false,
  },
  { name: 'InsightEdge', description: 'An insight and its place in the list.' },
)

builder.queryFields((t) => ({
  insights: t.connection(
    {
      type: Insight,
      description: 'What the scans found, the latest beginning first. A page has 50 unless another size is asked for.',
      args: { filter: t.arg({ type: InsightFilterInput, description: 'Which. Default: all that nobody put aside.' }) },
      edgesNullable: { list: false, items: false },
      nodeNullable: false,
      resolve: (_root, { filter, ...args }, context) => readInsights(context, args, filter),
    },
    InsightConnection,
  ),
  insight: t.field({
    type: Insight,
    nullable: true,
    description: 'One insight. Null: there is none with this id.',
    args: { id: t.arg.id({ required: true }) },
    async resolve(_root, { id }, context) {
      const reach = reachFor('metrics.read', context)
      return isUuid(id) ? ((await findInsights(context.sql, reach, [id]))[0] ?? null) : null
    },
  }),
}))

async function readInsights(context: Context, args: PageArgs, asked: InsightFilter | null | undefined) {
  const reach = reachFor('metrics.read', context)
  const page = readPage(args)
  const conditions = readInsightFilter(asked, context.now())
  const rows = await listInsights(context.sql, reach, {
    conditions,
    after: placeOf(page.after),
    before: placeOf(page.before),
    backward: page.backward,
    limit: page.size + 1,
  })
  const cursorOf = ({ startedAt, id }: InsightRow) => momentCursor(ORDER, { at: startedAt, id })
  const totalCount = () => countInsights(context.sql, reach, conditions)
  return toConnection(rows, { page, cursorOf, totalCount })
}

function placeOf(cursor: string | null): InsightPlace | null {
  if (cursor === null) return null
  const { at, id } = readMomentCursor(ORDER, cursor)
  return { startedAt: at, id }
}

import { builder } from '../../schema/builder.ts'
import { type Context, reachFor } from '../../schema/context.ts'
import { momentCursor, readMomentCursor } from '../../schema/moment-place.ts'
import { type PageArgs, readPage, toConnection } from '../../schema/paging.ts'
import { Annotation } from './annotation.ts'
import { type AnnotationFilter, AnnotationFilterInput, readAnnotationFilter } from './annotation-filter.ts'
import { type AnnotationPlace, type AnnotationRow, countAnnotations, listAnnotations } from './queries.ts'

const ORDER = 'annotations'

const AnnotationConnection = builder.connectionObject(
  {
    type: Annotation,
    name: 'AnnotationConnection',
    description: 'A page of annotations.',
    edgesNullable: { list: false, items: false },
    nodeNullable: false,
  },
  { name: 'AnnotationEdge', description: 'An annotation and its place in the list.' },
)

builder.queryField('annotations', (t) =>
  t.connection(
    {
      type: Annotation,
      description:
        'What was noted on the time axis, the latest beginning first. A page has 50 unless another size is asked for.',
      args: { filter: t.arg({ type: AnnotationFilterInput, description: 'Which. Default: all.' }) },
      edgesNullable: { list: false, items: false },
      nodeNullable: false,
      resolve: (_root, { filter, ...args }, context) => readAnnotations(context, args, filter),
    },
    AnnotationConnection,
  ),
)

async function readAnnotations(context: Context, args: PageArgs, asked: AnnotationFilter | null | undefined) {
  const reach = reachFor('metrics.read', context)
  const page = readPage(args)
  const conditions = readAnnotationFilter(asked, context.now())
  const rows = await listAnnotations(context.sql, reach, {
    conditions,
    after: placeOf(page.after),
    before: placeOf(page.before),
    backward: page.backward,
    limit: page.size + 1,
  })
  const cursorOf = ({ startedAt, id }: AnnotationRow) => momentCursor(ORDER, { at: startedAt, id })
  const totalCount = () => countAnnotations(context.sql, reach, conditions)
  return toConnection(rows, { page, cursorOf, totalCount })
}

function placeOf(cursor: string | null): AnnotationPlace | null {
  if (cursor === null) return null
  const { at, id } = readMomentCursor(ORDER, cursor)
  return { startedAt: at, id }
}

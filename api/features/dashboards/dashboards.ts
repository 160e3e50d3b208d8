import { isUuid } from '../../lib/is-uuid.ts'
import { builder } from '../../schema/builder.ts'
import type { Context } from '../../schema/context.ts'
import { momentCursor, readMomentCursor } from '../../schema/moment-place.ts'
import { decodeCursor, encodeCursor, type PageArgs, readPage, toConnection } from '../../schema/paging.ts'
import { checkStorable, readTextFilter } from '../../schema/text-filter.ts'
import { askerFor } from './asker.ts'
import { Dashboard } from './dashboard.ts'
import {
  countDashboards,
  type DashboardConditions,
  type DashboardPlace,
  type DashboardRow,
  findDashboard,
  listDashboards,
} from './queries/dashboards.ts'

const BY_TITLE = 'dashboards by title'
const BY_VISIT = 'dashboards by visit'

interface Asked {
  text?: string | null
  folder?: string | null
  favourites?: boolean | null
  mine?: boolean | null
  recent?: boolean | null
}

const DashboardFilterInput = builder.inputRef<Asked>('DashboardFilter').implement({
  description: 'Which dashboards: those that meet every condition given.',
  fields: (t) => ({
    text: t.string({ description: 'Contained in the title, the description or the title of a panel, in any case.' }),
    folder: t.string({ description: 'In this folder, or in one within it.' }),
    favourites: t.boolean({ description: 'True: only favourites of whoever asks.' }),
    mine: t.boolean({ description: 'True: only those that belong to whoever asks.' }),
    recent: t.boolean({ description: 'True: only those that whoever asks has opened, the last opened first.' }),
  }),
})

const DashboardConnection = builder.connectionObject(
  {
    type: Dashboard,
    name: 'DashboardConnection',
    description: 'A page of dashboards.',
    edgesNullable: { list: false, items: false },
    nodeNullable: false,
  },
  { name: 'DashboardEdge', description: 'A dashboard and its place in the list.' },
)

builder.queryFields((t) => ({
  dashboards: t.connection(
    {
      type: Dashboard,
      description:
        'The dashboards that whoever asks sees, by title: those of the organization, and their own. A page has 50 unless another ' +
        'size is asked for.',
      args: { filter: t.arg({ type: DashboardFilterInput, description: 'Which. Default: all.' }) },
      edgesNullable: { list: false, items: false },
      nodeNullable: false,
      resolve: (_root, { filter, ...args }, context) => readDashboards(context, args, filter ?? {}),
    },
    DashboardConnection,
  ),
  dashboard: t.field({
    type: Dashboard,
    nullable: true,
    description: 'One dashboard. Null: there is none with this id that whoever asks may see.',
    args: { id: t.arg.id({ required: true }) },
    resolve(_root, { id }, context) {
      const asker = askerFor('dashboards.read', context)
      return isUuid(id) ? findDashboard(context.sql, asker, id) : null
    },
  }),
}))

async function readDashboards(context: Context, args: PageArgs, asked: Asked) {
  const asker = askerFor('dashboards.read', context)
  const page = readPage(args)
  const conditions = readFilter(asked)
  const placeOf = conditions.recent ? placeByVisit : placeByTitle
  const rows = await listDashboards(context.sql, asker, {
    conditions,
    after: page.after === null ? null : placeOf(page.after),
    before: page.before === null ? null : placeOf(page.before),
    backward: page.backward,
    limit: page.size + 1,
  })
  const cursorOf = ({ visitedAt, sortTitle, id }: DashboardRow) =>
    conditions.recent ? momentCursor(BY_VISIT, { at: visitedAt!, id }) : encodeCursor(BY_TITLE, [sortTitle, id])
  const totalCount = () => countDashboards(context.sql, asker, conditions)
  return toConnection(rows, { page, cursorOf, totalCount })
}

function readFilter({ text, folder, favourites, mine, recent }: Asked): DashboardConditions {
  checkStorable(folder ?? '', 'filter.folder')
  return {
    pattern: readTextFilter(text, 'filter.text'),
    folder: folder ?? null,
    favourites: favourites ?? false,
    mine: mine ?? false,
    recent: recent ?? false,
  }
}

function placeByTitle(cursor: string): DashboardPlace {
  const [sortTitle, id] = decodeCursor(BY_TITLE, cursor, (place) => place.length === 2 && isUuid(place[1]!))
  checkStorable(sortTitle!, 'after')
  return { sortTitle: sortTitle!, id: id! }
}

function placeByVisit(cursor: string): DashboardPlace {
  const { at, id } = readMomentCursor(BY_VISIT, cursor)
  return { visitedAt: at, id }
}

import { isUuid } from '../../lib/is-uuid.ts'
import { UserError } from '../../lib/user-error.ts'
import { builder } from '../../schema/builder.ts'
import type { Context } from '../../schema/context.ts'
import { actorOf } from '../audit/index.ts'
import { askerFor, authorOf } from './asker.ts'
import { createDashboard, type Creation } from './create-dashboard.ts'
import { Dashboard, DashboardVisibilityEnum } from './dashboard.ts'
import { readDashboardDocument } from './dashboard-document.ts'
import { readFolder } from './folder-path.ts'
import { documentOf } from './loaders.ts'
import { noDashboard } from './not-found.ts'
import { type DashboardRow, findDashboard, type Visibility } from './queries/dashboards.ts'

interface Asked {
  document?: unknown
  folder?: string | null
  visibility?: Visibility | null
}

const CreateDashboardInput = builder.inputType('CreateDashboardInput', {
  description: 'A new dashboard.',
  fields: (t) => ({
    document: t.field({ type: 'JSON', required: true, description: 'What is in it: see docs/dashboards-api.md.' }),
    folder: t.string({ description: 'Where to put it: names with "/" between them. Default: in no folder.' }),
    visibility: t.field({
      type: DashboardVisibilityEnum,
      description: 'Who sees it. Default: PRIVATE, and of a key, which owns nothing, ORGANIZATION.',
    }),
  }),
})

builder.mutationFields((t) => ({
  createDashboard: t.field({
    type: Dashboard,
    description: 'Makes a dashboard. A panel whose id another dashboard has gets a new one.',
    args: { input: t.arg({ type: CreateDashboardInput, required: true }) },
    resolve: (_root, { input }, context) => add(context, { ...input, action: 'dashboard.created' }),
  }),
  importDashboard: t.field({
    type: Dashboard,
    description:
      'Makes a dashboard from an export, which is the `document` of a dashboard. What is wrong in it is told place by place.',
    args: { document: t.arg({ type: 'JSON', required: true, description: 'The export.' }) },
    resolve: (_root, { document }, context) => add(context, { document, action: 'dashboard.imported' }),
  }),
  duplicateDashboard: t.field({
    type: Dashboard,
    description: 'Makes a copy of a dashboard, as it was last saved, in the same folder. It belongs to whoever asks.',
    args: { id: t.arg.id({ required: true, description: 'Of the dashboard.' }) },
    resolve: (_root, { id }, context) => duplicate(context, id),
  }),
}))

async function add(context: Context, asked: Asked & Pick<Creation, 'action'>): Promise<DashboardRow> {
  const asker = askerFor('dashboards.edit', context)
  const visibility = asked.visibility ?? (asker.userId === null ? 'ORGANIZATION' : 'PRIVATE')
  if (visibility === 'PRIVATE' && asker.userId === null) {
    throw new UserError(
      'A key owns nothing, so nobody would see a private dashboard: make it visible to the organization.',
    )
  }
  const id = await createDashboard(context, actorOf(context), {
    document: readDashboardDocument(asked.document),
    folder: readFolder(asked.folder),
    visibility,
    ownerId: asker.userId,
    savedBy: authorOf(context.viewer),
    action: asked.action,
  })
  return (await findDashboard(context.sql, asker, id))!
}

async function duplicate(context: Context, id: string): Promise<DashboardRow> {
  const asker = askerFor('dashboards.edit', context)
  const original = isUuid(id) ? await findDashboard(context.sql, asker, id) : null
  if (!original) throw noDashboard()
  const document = await documentOf(context).load({ dashboardId: id, number: original.version })
  const title = `${document.title.slice(0, 190)} (copy)`
  return add(context, { document: { ...document, title }, folder: original.folder, action: 'dashboard.duplicated' })
}

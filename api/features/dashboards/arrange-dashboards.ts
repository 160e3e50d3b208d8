import { UserError } from '../../lib/user-error.ts'
import { transaction } from '../../db/transaction.ts'
import { builder } from '../../schema/builder.ts'
import type { Context } from '../../schema/context.ts'
import { forbidden } from '../../schema/errors.ts'
import { actorOf, recordAudit } from '../audit/index.ts'
import { askerFor } from './asker.ts'
import { changeDashboard, tellOfDashboards, workOnDashboard } from './change-dashboard.ts'
import { Dashboard, DashboardVisibilityEnum } from './dashboard.ts'
import { DashboardFolder } from './dashboard-folder.ts'
import { readFolder } from './folder-path.ts'
import * as queries from './queries/dashboards.ts'

builder.mutationFields((t) => ({
  moveDashboard: t.field({
    type: Dashboard,
    description: 'Puts a dashboard into a folder, or, without one, out of it.',
    args: {
      id: t.arg.id({ required: true, description: 'Of the dashboard.' }),
      folder: t.arg.string({ description: 'The folder: names with "/" between them. It need not be there yet.' }),
    },
    resolve: (_root, { id, folder }, context) => move(context, id, folder),
  }),
  renameDashboardFolder: t.field({
    type: [DashboardFolder],
    description:
      'Gives a folder another path, with the folders within it: all dashboards in them that whoever asks sees move along. Returns the ' +
      'folders as they are then.',
    args: {
      from: t.arg.string({ required: true, description: 'The path that it has.' }),
      to: t.arg.string({ required: true, description: 'The new path. If there is such a folder, they become one.' }),
    },
    resolve: (_root, { from, to }, context) => renameFolder(context, from, to),
  }),
  shareDashboard: t.field({
    type: Dashboard,
    description: 'Says who sees a dashboard. Only its owner can make it private.',
    args: {
      id: t.arg.id({ required: true, description: 'Of the dashboard.' }),
      visibility: t.arg({ type: DashboardVisibilityEnum, required: true }),
    },
    resolve: (_root, { id, visibility }, context) => share(context, id, visibility),
  }),
  deleteDashboard: t.id({
    description: 'Deletes a dashboard for good, with its history and its links. Returns its id.',
    args: { id: t.arg.id({ required: true, description: 'Of the dashboard.' }) },
    async resolve(_root, { id }, context) {
      await remove(context, id)
      return id
    },
  }),
}))

function move(context: Context, id: string, path: string | null | undefined): Promise<queries.DashboardRow> {
  return changeDashboard(context, id, async (sql, { title, folder: before }, organizationId) => {
    const folder = readFolder(path)
    if (folder === before) return
    await queries.updateFolder(sql, organizationId, { id, folder })
    const change = { before: { folder: before }, after: { id, folder } }
    await recordAudit(sql, actorOf(context), { action: 'dashboard.moved', subject: title, ...change })
  })
}

async function renameFolder(context: Context, fromText: string, toText: string): Promise<queries.FolderRow[]> {
  const asker = askerFor('dashboards.edit', context)
  const [from, to] = [readFolder(fromText), readFolder(toText)]
  if (from === null || to === null) throw new UserError('The path of the folder is empty.')
  const moved = await transaction(context.sql, async (sql) => {
    const ids = await queries.renameFolder(sql, asker, { from, to })
    const change = { before: { folder: from }, after: { folder: to, dashboards: ids.length } }
    if (ids.length > 0)
      await recordAudit(sql, actorOf(context), { action: 'dashboard.folder-renamed', subject: to, ...change })
    return ids
  })
  if (moved.length > 0) tellOfDashboards(context, moved)
  return queries.selectFolders(context.sql, asker)
}

function share(context: Context, id: string, visibility: queries.Visibility): Promise<queries.DashboardRow> {
  const { user } = context.viewer
  return changeDashboard(context, id, async (sql, dashboard, organizationId) => {
    if (visibility === dashboard.visibility) return
    if (visibility === 'PRIVATE' && dashboard.ownerId !== (user?.id ?? NaN)) {
      throw forbidden(
        `Only the owner can make a dashboard private${dashboard.owner === null ? ', and this one has none' : `: ask ${dashboard.owner}`}.`,
      )
    }
    await queries.updateVisibility(sql, organizationId, { id, visibility })
    const change = { before: { visibility: dashboard.visibility }, after: { id, visibility } }
    await recordAudit(sql, actorOf(context), { action: 'dashboard.shared', subject: dashboard.title, ...change })
  })
}

function remove(context: Context, id: string): Promise<void> {
  return workOnDashboard(context, id, async (sql, { title, version, folder }, organizationId) => {
    await queries.deleteDashboard(sql, organizationId, id)
    const before = { id, version, folder }
    await recordAudit(sql, actorOf(context), { action: 'dashboard.deleted', subject: title, before })
  })
}

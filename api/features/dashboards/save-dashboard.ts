import { UserError } from '../../lib/user-error.ts'
import { builder } from '../../schema/builder.ts'
import type { Context } from '../../schema/context.ts'
import { notFound } from '../../schema/errors.ts'
import { actorOf, recordAudit } from '../audit/index.ts'
import { askerFor, authorOf } from './asker.ts'
import { changeDashboard, workOnDashboard } from './change-dashboard.ts'
import { Dashboard } from './dashboard.ts'
import { type DashboardDocument, readDashboardDocument } from './dashboard-document.ts'
import { DashboardVersion } from './dashboard-version.ts'
import { readComment } from './read-comment.ts'
import { type DashboardRow, findDashboard } from './queries/dashboards.ts'
import { deleteDraft } from './queries/people.ts'
import { selectDocuments, selectVersion, type VersionRow } from './queries/versions.ts'
import { writeVersion } from './write-version.ts'

/** Somebody saved the dashboard meanwhile. */
interface Conflict {
  savedMeanwhile: VersionRow
}

const DashboardConflict = builder.objectRef<Conflict>('DashboardConflict').implement({
  description:
    'A dashboard was not saved: somebody saved another version since the one that was changed. Compare the two, and save on the ' +
    'basis of theirs.',
  fields: (t) => ({
    message: t.string({
      description: 'What happened, for people.',
      resolve: ({ savedMeanwhile: { number, savedBy } }) =>
        `${savedBy} has saved version ${number} since: look at what is different, and save again.`,
    }),
    lastVersion: t.expose('savedMeanwhile', { type: DashboardVersion, description: 'What they saved.' }),
  }),
})

const SaveDashboardResult = builder.unionType('SaveDashboardResult', {
  description: 'What became of a save.',
  types: [Dashboard, DashboardConflict],
  resolveType: (result) => ('savedMeanwhile' in result ? DashboardConflict : Dashboard),
})

builder.mutationFields((t) => ({
  saveDashboard: t.field({
    type: SaveDashboardResult,
    description:
      'Saves a dashboard as its next version, and ends the draft of whoever asks; when somebody else saved it meanwhile, nothing is ' +
      'changed. A panel whose id another dashboard has gets a new one.',
    args: {
      id: t.arg.id({ required: true, description: 'Of the dashboard.' }),
      basedOn: t.arg.int({ required: true, description: 'Number of the version that was changed.' }),
      document: t.arg({ type: 'JSON', required: true, description: 'All that is in it.' }),
      comment: t.arg.string({ description: 'What was changed, for the history. At most 500 characters.' }),
    },
    resolve: (_root, args, context) => save(context, args),
  }),
  restoreDashboardVersion: t.field({
    type: Dashboard,
    description: 'Saves an earlier version again, as the next one: the history stays.',
    args: {
      id: t.arg.id({ required: true, description: 'Of the dashboard.' }),
      version: t.arg.int({ required: true, description: 'Number of the version.' }),
    },
    resolve: (_root, { id, version }, context) => restore(context, id, version),
  }),
}))

interface Save {
  id: string
  basedOn: number
  document?: unknown
  comment?: string | null
}

async function save(context: Context, { id, basedOn, ...asked }: Save): Promise<DashboardRow | Conflict> {
  const asker = askerFor('dashboards.edit', context)
  const document = readDashboardDocument(asked.document)
  const comment = readComment(asked.comment)
  const savedMeanwhile = await workOnDashboard(context, id, async (sql, dashboard, organizationId) => {
    if (basedOn > dashboard.version) throw noVersion(basedOn)
    if (basedOn < dashboard.version) {
      return selectVersion(sql, organizationId, { dashboardId: id, number: dashboard.version })
    }
    const number = basedOn + 1
    await writeVersion(sql, organizationId, { ...versionNow(context, id, document), number, comment })
    if (asker.userId !== null) await deleteDraft(sql, organizationId, { userId: asker.userId, dashboardId: id })
    const after = { id, version: number, comment }
    await recordAudit(sql, actorOf(context), { action: 'dashboard.saved', subject: document.title, after })
    return null
  })
  return savedMeanwhile ? { savedMeanwhile } : (await findDashboard(context.sql, asker, id))!
}

function restore(context: Context, id: string, version: number): Promise<DashboardRow> {
  return changeDashboard(context, id, async (sql, dashboard, organizationId) => {
    if (version === dashboard.version) throw new UserError(`Version ${version} is the current one already.`)
    const [found] = await selectDocuments(sql, organizationId, [{ dashboardId: id, number: version }])
    if (!found) throw noVersion(version)
    const number = dashboard.version + 1
    const comment = `Version ${version} again`
    await writeVersion(sql, organizationId, { ...versionNow(context, id, found.document), number, comment })
    const change = { before: { version: dashboard.version }, after: { id, version: number, restored: version } }
    await recordAudit(sql, actorOf(context), { action: 'dashboard.restored', subject: found.document.title, ...change })
  })
}

function versionNow(context: Context, dashboardId: string, document: DashboardDocument) {
  return { dashboardId, document, savedAt: context.now(), savedBy: authorOf(context.viewer) }
}

function noVersion(number: number) {
  return notFound(`The dashboard has no version ${number}.`)
}

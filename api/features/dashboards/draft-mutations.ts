import { isUuid } from '../../lib/is-uuid.ts'
import { builder } from '../../schema/builder.ts'
import type { Context } from '../../schema/context.ts'
import { badInput } from '../../schema/errors.ts'
import { personFor } from './asker.ts'
import { Dashboard } from './dashboard.ts'
import { readDashboardDocument } from './dashboard-document.ts'
import { noDashboard } from './not-found.ts'
import { type DashboardRow, findDashboard } from './queries/dashboards.ts'
import { deleteDraft, upsertDraft } from './queries/people.ts'

builder.mutationFields((t) => ({
  saveDashboardDraft: t.field({
    type: Dashboard,
    description: 'Keeps what whoever asks has changed and not saved yet, in place of an earlier draft of theirs.',
    args: {
      id: t.arg.id({ required: true, description: 'Of the dashboard.' }),
      basedOn: t.arg.int({ required: true, description: 'Number of the version that was changed.' }),
      document: t.arg({ type: 'JSON', required: true, description: 'All that is in it.' }),
    },
    resolve: (_root, { id, basedOn, document }, context) =>
      changeDraft(context, id, async ({ version }, own, organizationId) => {
        if (basedOn < 1 || basedOn > version)
          throw badInput(`"basedOn" is ${basedOn}: there are the versions 1 to ${version}.`)
        const draft = { ...own, basedOn, document: readDashboardDocument(document), savedAt: context.now() }
        await upsertDraft(context.sql, organizationId, draft)
      }),
  }),
  discardDashboardDraft: t.field({
    type: Dashboard,
    description: 'Gives up the draft of whoever asks. Nothing changes when there is none.',
    args: { id: t.arg.id({ required: true, description: 'Of the dashboard.' }) },
    resolve: (_root, { id }, context) =>
      changeDraft(context, id, (_dashboard, own, organizationId) => deleteDraft(context.sql, organizationId, own)),
  }),
}))

type Work = (
  dashboard: DashboardRow,
  own: { userId: number; dashboardId: string },
  organizationId: number,
) => Promise<void>

async function changeDraft(context: Context, id: string, work: Work): Promise<DashboardRow> {
  const asker = personFor('dashboards.edit', context)
  const dashboard = isUuid(id) ? await findDashboard(context.sql, asker, id) : null
  if (!dashboard) throw noDashboard()
  await work(dashboard, { userId: asker.userId, dashboardId: id }, asker.organizationId)
  return dashboard
}

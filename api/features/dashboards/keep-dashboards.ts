import { isUuid } from '../../lib/is-uuid.ts'
import { builder } from '../../schema/builder.ts'
import type { Context } from '../../schema/context.ts'
import { personFor } from './asker.ts'
import { Dashboard } from './dashboard.ts'
import { noDashboard } from './not-found.ts'
import { type DashboardRow, findDashboard } from './queries/dashboards.ts'
import { deleteFavourite, insertFavourite, type Own, upsertVisit } from './queries/people.ts'

builder.mutationFields((t) => ({
  setFavouriteDashboard: t.field({
    type: Dashboard,
    description: 'Makes a dashboard a favourite of whoever asks, or none any more.',
    args: {
      id: t.arg.id({ required: true, description: 'Of the dashboard.' }),
      favourite: t.arg.boolean({ required: true, description: 'Whether it is one.' }),
    },
    resolve: (_root, { id, favourite }, context) =>
      keep(context, id, (own, organizationId) =>
        (favourite ? insertFavourite : deleteFavourite)(context.sql, organizationId, own),
      ),
  }),
  visitDashboard: t.field({
    type: Dashboard,
    description: 'Notes that whoever asks has opened a dashboard, for the list of recent ones.',
    args: { id: t.arg.id({ required: true, description: 'Of the dashboard.' }) },
    resolve: (_root, { id }, context) =>
      keep(context, id, (own, organizationId) =>
        upsertVisit(context.sql, organizationId, { ...own, visitedAt: context.now() }),
      ),
  }),
}))

/** Keeps something of a dashboard for whoever asks, and returns it as it is then. */
async function keep(
  context: Context,
  id: string,
  write: (own: Own, organizationId: number) => Promise<void>,
): Promise<DashboardRow> {
  const asker = personFor('dashboards.read', context)
  const find = () => (isUuid(id) ? findDashboard(context.sql, asker, id) : null)
  if (!(await find())) throw noDashboard()
  await write({ userId: asker.userId, dashboardId: id }, asker.organizationId)
  return (await find())!
}

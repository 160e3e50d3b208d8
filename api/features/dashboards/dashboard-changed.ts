import { isUuid } from '../../lib/is-uuid.ts'
import { builder } from '../../schema/builder.ts'
import { watchRows } from '../live/index.ts'
import { askerFor } from './asker.ts'
import { Dashboard } from './dashboard.ts'
import { noDashboard } from './not-found.ts'
import { type DashboardRow, findDashboard } from './queries/dashboards.ts'

builder.subscriptionField('dashboardChanged', (t) =>
  t.field({
    type: Dashboard,
    description:
      'A dashboard each time that it was saved, moved or shared, from now on. It ends with the error NOT_FOUND when it is deleted, or ' +
      'made private by somebody else.',
    args: { id: t.arg.id({ required: true, description: 'Of the dashboard.' }) },
    async subscribe(_root, { id }, { sql, changes, ...context }) {
      const asker = askerFor('dashboards.read', context)
      if (!isUuid(id) || !(await findDashboard(sql, asker, id))) throw noDashboard()
      return watchRows<DashboardRow>(changes, {
        organizationId: asker.organizationId,
        dataset: 'dashboards',
        key: JSON.stringify([asker, id]),
        async find({ ids }) {
          if (!ids.includes(id)) return []
          const dashboard = await findDashboard(sql, asker, id)
          if (!dashboard) throw noDashboard()
          return [dashboard]
        },
        advice: 'Ask for "dashboard" again, and subscribe anew.',
      })
    },
    resolve(change) {
      if (change instanceof Error) throw change
      return change
    },
  }),
)

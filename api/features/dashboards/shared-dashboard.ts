import { builder } from '../../schema/builder.ts'
import type { Context } from '../../schema/context.ts'
import { OPEN_TO_LINKS } from '../../schema/share-links.ts'
import { forbidden } from '../../schema/errors.ts'
import { watchRows } from '../live/index.ts'
import { PanelContextRef } from '../panels/index.ts'
import { documentOf } from './loaders.ts'
import { noDashboard } from './not-found.ts'
import { findShared, type SharedRow } from './queries/shared.ts'
import { sharedValues } from './shared-values.ts'

/** `SharedDashboard` in GraphQL: apart from `Dashboard`, so that a link shows nothing by mistake. */
const SharedDashboard = builder.objectRef<SharedRow>('SharedDashboard').implement({
  description: 'What somebody sees of a dashboard who came by a share link.',
  fields: (t) => ({
    id: t.exposeID('id'),
    title: t.exposeString('title'),
    description: t.exposeString('description', { nullable: true }),
    version: t.exposeInt('version', { description: 'Number of the last save.' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When it was last saved.' }),
    document: t.field({
      type: 'JSON',
      description: 'All that is in it.',
      resolve: ({ id, version }, _args, context) => documentOf(context).load({ dashboardId: id, number: version }),
    }),
    variableValues: t.stringList({
      description:
        'What can be chosen of a variable: the most frequent values of the range among what the panels count, at most 50.',
      args: {
        variable: t.arg.string({ required: true, description: 'Name of the variable.' }),
        contains: t.arg.string({ description: 'Only values that have this in them, in any case.' }),
        context: t.arg({ type: PanelContextRef, description: 'Its range and time zone; its filters do not count.' }),
      },
      resolve: (_dashboard, { variable, contains, context: chosen }, context) =>
        sharedValues(context, { variable, contains: contains ?? null, chosen: chosen ?? {} }),
    }),
    expiresAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When the link ends by itself; null: never.',
      resolve: (_dashboard, _args, { viewer }) => viewer.expiresAt,
    }),
  }),
})

builder.queryField('sharedDashboard', (t) =>
  t.field({
    type: SharedDashboard,
    nullable: true,
    extensions: OPEN_TO_LINKS,
    description: 'The dashboard of the share link that whoever asks came by. Null: they did not come by one.',
    async resolve(_root, _args, context) {
      return context.viewer.shareLink && findOrRefuse(context, context.viewer.shareLink.dashboardId)
    },
  }),
)

builder.subscriptionField('sharedDashboardChanged', (t) =>
  t.field({
    type: SharedDashboard,
    extensions: OPEN_TO_LINKS,
    description: 'The dashboard of the share link that whoever asks came by, each time that it was saved, from now on.',
    async subscribe(_root, _args, context) {
      const { shareLink, organization } = context.viewer
      if (!shareLink) throw forbidden('Only who came by a share link can ask for its dashboard: use dashboardChanged.')
      const { dashboardId } = shareLink
      await findOrRefuse(context, dashboardId)
      return watchRows<SharedRow>(context.changes, {
        organizationId: organization.id,
        dataset: 'dashboards',
        key: `shared ${organization.id} ${dashboardId}`,
        find: async ({ ids }) => (ids.includes(dashboardId) ? [await findOrRefuse(context, dashboardId)] : []),
        advice: 'Ask for "sharedDashboard" again, and subscribe anew.',
      })
    },
    resolve(change) {
      if (change instanceof Error) throw change
      return change
    },
  }),
)

async function findOrRefuse({ sql, viewer }: Pick<Context, 'sql' | 'viewer'>, id: string): Promise<SharedRow> {
  const dashboard = await findShared(sql, viewer.organization.id, id)
  if (!dashboard) throw noDashboard()
  return dashboard
}

import { builder } from '../../schema/builder.ts'
import { documentOf } from './loaders.ts'
import type { DashboardRow, Visibility } from './queries/dashboards.ts'

/** `DashboardVisibility` in GraphQL. */
export const DashboardVisibilityEnum = builder.enumType('DashboardVisibility', {
  description: 'Who sees a dashboard.',
  values: {
    PRIVATE: { description: 'Its owner.' },
    ORGANIZATION: { description: 'Everyone in the organization; who may edit dashboards may change it.' },
  } satisfies Record<Visibility, { description: string }>,
})

/** `Dashboard` in GraphQL. */
export const Dashboard = builder.objectRef<DashboardRow>('Dashboard').implement({
  description: 'Panels on a page, as they were last saved. Every save is kept.',
  fields: (t) => ({
    id: t.exposeID('id'),
    title: t.exposeString('title'),
    description: t.exposeString('description', { nullable: true }),
    folder: t.exposeString('folder', {
      nullable: true,
      description: 'Where it is: names with "/" between them. Null: in no folder.',
    }),
    visibility: t.expose('visibility', { type: DashboardVisibilityEnum }),
    owner: t.exposeString('owner', {
      nullable: true,
      description: 'Name of the person whose it is. Null: a key made it, or they have left the organization.',
    }),
    isMine: t.boolean({
      description: 'Whether it belongs to whoever asks.',
      resolve: ({ ownerId }, _args, { viewer }) => ownerId !== null && ownerId === viewer.user?.id,
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When it was last saved.' }),
    version: t.exposeInt('version', { description: 'Number of the last save, from 1 on.' }),
    isFavourite: t.exposeBoolean('isFavourite', { description: 'Whether it is a favourite of whoever asks.' }),
    visitedAt: t.expose('visitedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When whoever asks last opened it; null: never.',
    }),
    canEdit: t.boolean({
      description: 'Whether whoever asks may change it.',
      resolve: (_dashboard, _args, { viewer }) => viewer.permissions.has('dashboards.edit'),
    }),
    document: t.field({
      type: 'JSON',
      description: 'All of it, in the format that `importDashboard` takes.',
      resolve: ({ id, version }, _args, context) => documentOf(context).load({ dashboardId: id, number: version }),
    }),
  }),
})

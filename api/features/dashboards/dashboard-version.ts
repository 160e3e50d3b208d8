import { builder } from '../../schema/builder.ts'
import { countedAs } from '../../schema/list-items.ts'
import { readPage } from '../../schema/paging.ts'
import { Dashboard } from './dashboard.ts'
import { documentOf } from './loaders.ts'
import { selectVersion, selectVersions, type VersionRow } from './queries/versions.ts'

/** `DashboardVersion` in GraphQL. */
export const DashboardVersion = builder.objectRef<VersionRow>('DashboardVersion').implement({
  description: 'A dashboard as it was saved at a moment.',
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'From 1 on.' }),
    savedAt: t.expose('savedAt', { type: 'DateTime' }),
    savedBy: t.exposeString('savedBy', { description: 'Who saved it, as they were called then.' }),
    comment: t.exposeString('comment', { nullable: true, description: 'What they said of it.' }),
    document: t.field({
      type: 'JSON',
      resolve: (version, _args, context) => documentOf(context).load(version),
    }),
  }),
})

builder.objectFields(Dashboard, (t) => ({
  versions: t.field({
    type: [DashboardVersion],
    extensions: countedAs(50),
    description: 'Its history, newest first.',
    args: {
      first: t.arg.int({ description: 'How many. Default: 50. At most 500.' }),
      before: t.arg.int({ description: 'Only those before this number: for the next part of a long history.' }),
    },
    resolve({ id }, { first, before }, { sql, viewer }) {
      const { size } = readPage({ first })
      return selectVersions(sql, viewer.organization.id, { dashboardId: id, before: before ?? null, limit: size })
    },
  }),
  savedVersion: t.field({
    type: DashboardVersion,
    nullable: true,
    description: 'One version. Null: there is none with this number.',
    args: { number: t.arg.int({ required: true }) },
    resolve: ({ id }, { number }, { sql, viewer }) =>
      selectVersion(sql, viewer.organization.id, { dashboardId: id, number }),
  }),
}))

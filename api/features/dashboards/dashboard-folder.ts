import { builder } from '../../schema/builder.ts'
import { countedAs } from '../../schema/list-items.ts'
import { askerFor } from './asker.ts'
import { type FolderRow, selectFolders } from './queries/dashboards.ts'

/** `DashboardFolder` in GraphQL. */
export const DashboardFolder = builder.objectRef<FolderRow>('DashboardFolder').implement({
  description: 'Where dashboards are. A folder is there as long as one is in it.',
  fields: (t) => ({
    path: t.exposeString('path', { description: 'Names with "/" between them, from the outside in.' }),
    dashboards: t.exposeInt('dashboards', {
      description: 'How many whoever asks sees in it, those in folders within it left out.',
    }),
  }),
})

builder.queryField('dashboardFolders', (t) =>
  t.field({
    type: [DashboardFolder],
    extensions: countedAs(50),
    description: 'The folders that have a dashboard which whoever asks sees, by path.',
    resolve: (_root, _args, context) => selectFolders(context.sql, askerFor('dashboards.read', context)),
  }),
)

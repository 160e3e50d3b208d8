import { builder } from '../../schema/builder.ts'
import { countedAs } from '../../schema/list-items.ts'
import { Dashboard } from './dashboard.ts'
import { linksOf } from './loaders.ts'
import type { LinkRow } from './queries/links.ts'

/** `ShareLink` in GraphQL. */
export const ShareLink = builder.objectRef<LinkRow>('ShareLink').implement({
  description: 'A link by which anybody who has it sees one dashboard, live, and nothing else. It changes nothing.',
  fields: (t) => ({
    id: t.exposeID('id'),
    createdBy: t.exposeString('createdBy', { description: 'Who made it, as they were called then.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    expiresAt: t.expose('expiresAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Null: it lasts until it is revoked.',
    }),
    revokedAt: t.expose('revokedAt', { type: 'DateTime', nullable: true, description: 'Null: it was not.' }),
    lastUsedAt: t.expose('lastUsedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Null: nobody has come by it.',
    }),
  }),
})

builder.objectField(Dashboard, 'links', (t) =>
  t.field({
    type: [ShareLink],
    extensions: countedAs(10),
    description: 'The links to it that were not revoked, newest first.',
    resolve: ({ id }, _args, context) => linksOf(context).load(id),
  }),
)

import { builder } from '../../schema/builder.ts'
import type { ApiKeyRow } from './queries.ts'
import { Scope } from './scope.ts'

export const ApiKey = builder.objectRef<ApiKeyRow>('ApiKey').implement({
  description: 'A key for programs. The key itself is shown once, when it is made; only its hash is stored.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Identifies the key; it is not the key.' }),
    name: t.exposeString('name', { description: 'What it is for, in the words of whoever made it.' }),
    prefix: t.exposeString('prefix', { description: 'How the key begins, to recognise it.' }),
    scopes: t.expose('scopes', { type: [Scope], description: 'What it may be used for.' }),
    pipelines: t.exposeStringList('pipelines', {
      nullable: true,
      description: 'Keys of the pipelines that it may read and send to; null: all.',
    }),
    addresses: t.exposeStringList('addresses', {
      nullable: true,
      description: 'Networks that it may be used from, such as "10.0.0.0/8"; null: any.',
    }),
    requestsAMinute: t.exposeInt('requestsAMinute', {
      nullable: true,
      description: 'How many requests it may make a minute; null: as many as keys may by default.',
    }),
    createdBy: t.exposeString('createdBy', { nullable: true, description: 'Who made it.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime', nullable: true, description: 'When it ends by itself.' }),
    lastUsedAt: t.expose('lastUsedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was last used, to within seconds; null: never.',
    }),
    revokedAt: t.expose('revokedAt', { type: 'DateTime', nullable: true, description: 'When somebody ended it.' }),
  }),
})

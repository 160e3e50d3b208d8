import { builder } from '../../schema/builder.ts'
import type { Viewer } from '../../schema/context.ts'
import { Scope } from './scope.ts'

export const ApiKey = builder.objectRef<NonNullable<Viewer['apiKey']>>('ApiKey').implement({
  description: 'A key for programs. The key itself is shown once, when it is made; only its hash is stored.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Identifies the key; it is not the key.' }),
    name: t.exposeString('name', { description: 'What it is for, in the words of whoever made it.' }),
    prefix: t.exposeString('prefix', { description: 'How the key begins, to recognise it.' }),
    scopes: t.expose('scopes', { type: [Scope], description: 'What it may be used for.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime', nullable: true, description: 'When it ends by itself.' }),
  }),
})

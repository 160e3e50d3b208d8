import { builder } from '../../schema/builder.ts'
import { Scope } from './scope.ts'

export const CreateApiKeyInput = builder.inputType('CreateApiKeyInput', {
  description: 'What a new key may do.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'What it is for. At most 100 characters.' }),
    scopes: t.field({ type: [Scope], required: true, description: 'What it may be used for: at least one.' }),
    pipelines: t.stringList({
      description: 'Keys of the pipelines that it may read and send to; they need not exist yet. Left out: all.',
    }),
    addresses: t.stringList({
      description: 'Networks or addresses that it may be used from, such as "10.0.0.0/8". Left out: any.',
    }),
    requestsAMinute: t.int({
      description:
        'How many requests it may make a minute, from 1 to 1,000,000. Left out: as many as keys may by default.',
    }),
    expiresAt: t.field({ type: 'DateTime', description: 'When it ends by itself. Left out: never.' }),
  }),
})

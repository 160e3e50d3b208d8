import { builder } from '../../schema/builder.ts'
import { ApiKey } from './api-key.ts'
import type { CreatedKey } from './create-key.ts'

export const CreatedApiKey = builder.objectRef<CreatedKey>('CreatedApiKey').implement({
  description: 'A new key, shown this once.',
  fields: (t) => ({
    apiKey: t.expose('apiKey', { type: ApiKey, description: 'What it may do.' }),
    key: t.exposeString('key', { description: 'The key itself. It is not stored and cannot be shown again.' }),
  }),
})

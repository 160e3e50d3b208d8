import { builder } from '../../schema/builder.ts'
import { organizationFor } from '../../schema/context.ts'
import { ApiKey } from './api-key.ts'
import { selectKeys } from './queries.ts'

builder.queryField('apiKeys', (t) =>
  t.field({
    type: [ApiKey],
    description: 'The keys of the organization, newest first: at most 1,000.',
    args: {
      revoked: t.arg.boolean({ required: true, defaultValue: false, description: 'Whether to show revoked ones too.' }),
    },
    resolve: (_root, { revoked }, context) => selectKeys(context.sql, organizationFor('keys.read', context), revoked),
  }),
)

import { builder } from '../../schema/builder.ts'
import { organizationFor } from '../../schema/context.ts'
import { IdentityProvider } from './identity-provider.ts'
import { selectProviders } from './queries.ts'

builder.queryField('identityProviders', (t) =>
  t.field({
    type: [IdentityProvider],
    description: 'Services that people of the organization sign in with, by name.',
    resolve: (_root, _args, context) => selectProviders(context.sql, organizationFor('providers.read', context)),
  }),
)

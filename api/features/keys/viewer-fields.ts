import { builder } from '../../schema/builder.ts'
import { permissionsOfScopes, SCOPES } from '../../schema/permissions.ts'
import { Viewer } from '../organizations/index.ts'
import { ApiKey } from './api-key.ts'
import { selectKeyById } from './queries.ts'
import { Scope } from './scope.ts'

builder.objectField(Viewer, 'apiKey', (t) =>
  t.field({
    type: ApiKey,
    nullable: true,
    description: 'The key, when a key asks.',
    resolve: ({ apiKey, organization }, _args, { sql }) => apiKey && selectKeyById(sql, organization.id, apiKey.id),
  }),
)

builder.objectField(Viewer, 'scopes', (t) =>
  t.field({
    type: [Scope],
    description: 'The scopes of the key; for a person those that a key would need to do no more than they may.',
    resolve: ({ apiKey, permissions }) =>
      apiKey
        ? [...apiKey.scopes]
        : SCOPES.filter((scope) => [...permissionsOfScopes([scope])].every((name) => permissions.has(name))),
  }),
)

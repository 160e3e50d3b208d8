import { builder } from '../../schema/builder.ts'
import type { Viewer as ViewerShape } from '../../schema/context.ts'
import { ApiKey } from './api-key.ts'
import { Organization } from './organization.ts'
import { Role } from './role.ts'
import { Scope } from './scope.ts'

/** Features add fields of their own to it. */
export const Viewer = builder.objectRef<ViewerShape>('Viewer').implement({
  description: 'Who is asking: a person or a key, always in one organization.',
  fields: (t) => ({
    organization: t.expose('organization', { type: Organization, description: 'Whose data the answers are about.' }),
    apiKey: t.expose('apiKey', { type: ApiKey, nullable: true, description: 'The key, when a key asks.' }),
    role: t.field({
      type: Role,
      nullable: true,
      description: 'The role of the person in the organization.',
      resolve: (viewer) => viewer.user?.role ?? null,
    }),
    scopes: t.field({ type: [Scope], description: 'What the caller may do.', resolve: (viewer) => [...viewer.scopes] }),
  }),
})

builder.queryField('viewer', (t) =>
  t.field({ type: Viewer, description: 'Who is asking.', resolve: (_root, _args, context) => context.viewer }),
)

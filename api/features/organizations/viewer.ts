import { builder } from '../../schema/builder.ts'
import type { Viewer as ViewerShape } from '../../schema/context.ts'
import { Organization } from './organization.ts'
import { Role } from './role.ts'

/** Features add fields of their own to it. */
export const Viewer = builder.objectRef<ViewerShape>('Viewer').implement({
  description: 'Who is asking: a person or a key, always in one organization.',
  fields: (t) => ({
    organization: t.expose('organization', { type: Organization, description: 'Whose data the answers are about.' }),
    role: t.field({
      type: Role,
      nullable: true,
      description: 'The role of the person in the organization.',
      resolve: (viewer) => viewer.user?.role ?? null,
    }),
    permissions: t.stringList({
      description: 'What the caller may do, by the names in `permissionRules`.',
      resolve: (viewer) => [...viewer.permissions],
    }),
  }),
})

builder.queryField('viewer', (t) =>
  t.field({ type: Viewer, description: 'Who is asking.', resolve: (_root, _args, context) => context.viewer }),
)

import { builder } from '../../schema/builder.ts'
import type { Role as RoleName } from '../../schema/permissions.ts'

export const Role = builder.enumType('Role', {
  description: 'What a person may do in an organization.',
  values: {
    OWNER: { value: 'owner' },
    ADMIN: { value: 'admin' },
    EDITOR: { value: 'editor' },
    VIEWER: { value: 'viewer' },
  } satisfies Record<string, { value: RoleName }>,
})

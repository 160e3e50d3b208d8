import { builder } from '../../schema/builder.ts'
import { organizationFor } from '../../schema/context.ts'
import { type Permission, PERMISSION_NAMES, ruleOf } from '../../schema/permissions.ts'
import { Scope } from '../keys/index.ts'
import { Role } from '../organizations/index.ts'

const PermissionRule = builder.objectRef<Permission>('PermissionRule').implement({
  description: 'Who may do something. The rules are the same in every organization.',
  fields: (t) => ({
    name: t.string({ description: 'As in `viewer.permissions`.', resolve: (name) => name }),
    description: t.string({ description: 'What it allows.', resolve: (name) => ruleOf(name).description }),
    roles: t.field({
      type: [Role],
      description: 'Roles of people who may do it.',
      resolve: (name) => [...ruleOf(name).roles],
    }),
    scopes: t.field({
      type: [Scope],
      description: 'Scopes of keys that may do it. None: only people may.',
      resolve: (name) => [...ruleOf(name).scopes],
    }),
  }),
})

builder.queryField('permissionRules', (t) =>
  t.field({
    type: [PermissionRule],
    description: 'Everything that one may or may not do, and who may.',
    resolve(_root, _args, context) {
      organizationFor('organization.read', context)
      return PERMISSION_NAMES
    },
  }),
)

import { builder } from '../../schema/builder.ts'
import { organizationFor } from '../../schema/context.ts'
import { Invitation } from './invitation.ts'
import { selectInvitations } from './queries/invitations.ts'

builder.queryField('invitations', (t) =>
  t.field({
    type: [Invitation],
    description: 'Invitations that can be accepted, the latest first.',
    resolve: (_root, _args, context) =>
      selectInvitations(context.sql, organizationFor('members.manage', context), context.now()),
  }),
)

import { builder } from '../../schema/builder.ts'
import { organizationFor } from '../../schema/context.ts'
import { countedAs } from '../../schema/list-items.ts'
import { Member } from './member.ts'
import { selectMembers } from './queries/members.ts'

builder.queryField('members', (t) =>
  t.field({
    type: [Member],
    extensions: countedAs(100),
    description: 'The people who belong to the organization, by name.',
    resolve: (_root, _args, context) => selectMembers(context.sql, organizationFor('members.read', context)),
  }),
)

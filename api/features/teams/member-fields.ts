import { builder } from '../../schema/builder.ts'
import { countedAs } from '../../schema/list-items.ts'
import { Member } from '../members/index.ts'
import { teamsOfMember } from './loaders.ts'
import { Team } from './team.ts'

builder.objectField(Member, 'teams', (t) =>
  t.field({
    type: [Team],
    extensions: countedAs(10),
    description: 'The teams that they belong to, by name.',
    resolve: ({ userId }, _args, context) => teamsOfMember(context).load(userId),
  }),
)

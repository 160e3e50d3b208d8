import { builder } from '../../schema/builder.ts'
import { organizationFor } from '../../schema/context.ts'
import { selectTeams } from './queries.ts'
import { Team } from './team.ts'

builder.queryField('teams', (t) =>
  t.field({
    type: [Team],
    description: 'The teams of the organization, by name.',
    resolve: (_root, _args, context) => selectTeams(context.sql, organizationFor('teams.read', context)),
  }),
)

import { builder } from '../../schema/builder.ts'
import { organizationFor } from '../../schema/context.ts'
import { countedAs } from '../../schema/list-items.ts'
import { selectTeams } from './queries.ts'
import { Team } from './team.ts'

builder.queryField('teams', (t) =>
  t.field({
    type: [Team],
    extensions: countedAs(100),
    description: 'The teams of the organization, by name.',
    resolve: (_root, _args, context) => selectTeams(context.sql, organizationFor('teams.read', context)),
  }),
)

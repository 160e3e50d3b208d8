import { builder } from '../../schema/builder.ts'
import { countedAs } from '../../schema/list-items.ts'
import { memberById, Member } from '../members/index.ts'
import { membersOfTeam } from './loaders.ts'
import type { TeamRow } from './queries.ts'

/** What is said about a team that is not there, whether it is another organization's or nobody's. */
export const NO_TEAM = 'There is no such team. It may have been deleted.'

export const Team = builder.objectRef<TeamRow>('Team').implement({
  description: 'Members of the organization who work together.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Stays the same when the name changes.' }),
    name: t.exposeString('name', { description: 'As people call it. No two teams have the same.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
    members: t.field({
      type: [Member],
      extensions: countedAs(100),
      description: 'Who belongs to it, by name.',
      async resolve({ id }, _args, context) {
        const ids = await membersOfTeam(context).load(id)
        const members = await Promise.all(ids.map((userId) => memberById(context).load(userId)))
        return members.filter((member) => member !== null)
      },
    }),
  }),
})

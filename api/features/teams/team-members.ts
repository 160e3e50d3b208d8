import { transaction } from '../../db/transaction.ts'
import { builder } from '../../schema/builder.ts'
import { type Context, organizationFor } from '../../schema/context.ts'
import { notFound } from '../../schema/errors.ts'
import { readId } from '../../schema/read-id.ts'
import { actorOf, recordAudit } from '../audit/index.ts'
import { memberById, NO_MEMBER } from '../members/index.ts'
import { deleteTeamMember, insertTeamMember, lockTeam, type TeamRow } from './queries.ts'
import { NO_TEAM, Team } from './team.ts'

builder.mutationFields((t) => {
  const args = {
    teamId: t.arg.id({ required: true, description: 'Of the team.' }),
    userId: t.arg.id({ required: true, description: 'Of the member.' }),
  }
  return {
    addTeamMember: t.field({
      type: Team,
      description: 'Puts a member of the organization into a team. Nothing changes when they are in it already.',
      args,
      resolve: (_root, { teamId, userId }, context) => change(context, ADD, readId(teamId), readId(userId)),
    }),
    removeTeamMember: t.field({
      type: Team,
      description: 'Takes a member of the organization out of a team. Nothing changes when they are not in it.',
      args,
      resolve: (_root, { teamId, userId }, context) => change(context, REMOVE, readId(teamId), readId(userId)),
    }),
  }
})

const ADD = { write: insertTeamMember, action: 'team.member-added', when: 'after' } as const
const REMOVE = { write: deleteTeamMember, action: 'team.member-removed', when: 'before' } as const

async function change(
  context: Context,
  { write, action, when }: typeof ADD | typeof REMOVE,
  teamId: number,
  userId: number,
): Promise<TeamRow> {
  const organizationId = organizationFor('teams.manage', context)
  const member = await memberById(context).load(userId)
  return transaction(context.sql, async (tx) => {
    const team = await lockTeam(tx, organizationId, teamId)
    if (!team) throw notFound(NO_TEAM)
    if (!member) throw notFound(NO_MEMBER)
    if (await write(tx, organizationId, teamId, userId)) {
      const entry = { action, subject: team.name, [when]: { member: member.email } }
      await recordAudit(tx, actorOf(context), entry)
    }
    return team
  })
}

import { transaction } from '../../db/transaction.ts'
import { errorCode } from '../../lib/error-code.ts'
import { readName } from '../../lib/read-name.ts'
import { UserError } from '../../lib/user-error.ts'
import { builder } from '../../schema/builder.ts'
import { type Context, organizationFor } from '../../schema/context.ts'
import { notFound } from '../../schema/errors.ts'
import { readId } from '../../schema/read-id.ts'
import { actorOf, recordAudit } from '../audit/index.ts'
import * as queries from './queries.ts'
import { NO_TEAM, Team } from './team.ts'

/** The list has no pages. */
const MOST_TEAMS = 500
const UNIQUE_VIOLATION = '23505'

builder.mutationFields((t) => ({
  createTeam: t.field({
    type: Team,
    description: 'Makes a team without members.',
    args: { name: t.arg.string({ required: true, description: 'Of the team. At most 100 characters.' }) },
    resolve: (_root, { name }, context) => create(context, name),
  }),
  renameTeam: t.field({
    type: Team,
    description: 'Gives a team another name.',
    args: {
      id: t.arg.id({ required: true, description: 'Of the team.' }),
      name: t.arg.string({ required: true, description: 'The new name. At most 100 characters.' }),
    },
    resolve: (_root, { id, name }, context) => rename(context, readId(id), name),
  }),
  deleteTeam: t.id({
    description: 'Deletes a team. Its members stay in the organization. Returns the id of the team.',
    args: { id: t.arg.id({ required: true, description: 'Of the team.' }) },
    async resolve(_root, { id }, context) {
      await remove(context, readId(id))
      return id
    },
  }),
}))

async function create(context: Context, text: string): Promise<queries.TeamRow> {
  const organizationId = organizationFor('teams.manage', context)
  const name = readName('name of the team', text)
  return transaction(context.sql, async (tx) => {
    if ((await queries.countTeams(tx, organizationId)) >= MOST_TEAMS) {
      throw new UserError(`There are ${MOST_TEAMS} teams, which is the most: delete one first.`)
    }
    const team = await queries.insertTeam(tx, organizationId, name)
    if (!team) throw nameTaken(name)
    await recordAudit(tx, actorOf(context), { action: 'team.created', subject: name })
    return team
  })
}

async function rename(context: Context, id: number, text: string): Promise<queries.TeamRow> {
  const organizationId = organizationFor('teams.manage', context)
  const name = readName('name of the team', text)
  const work = transaction(context.sql, async (tx) => {
    const team = await queries.lockTeam(tx, organizationId, id)
    if (!team) throw notFound(NO_TEAM)
    await queries.updateTeamName(tx, organizationId, id, name)
    const change = { before: { name: team.name }, after: { name } }
    await recordAudit(tx, actorOf(context), { action: 'team.renamed', subject: name, ...change })
    return { ...team, name }
  })
  return work.catch((error: unknown) => {
    throw errorCode(error) === UNIQUE_VIOLATION ? nameTaken(name) : error
  })
}

async function remove(context: Context, id: number): Promise<void> {
  const organizationId = organizationFor('teams.manage', context)
  await transaction(context.sql, async (tx) => {
    const team = await queries.lockTeam(tx, organizationId, id)
    if (!team) throw notFound(NO_TEAM)
    await queries.deleteTeam(tx, organizationId, id)
    await recordAudit(tx, actorOf(context), { action: 'team.deleted', subject: team.name })
  })
}

function nameTaken(name: string): UserError {
  return new UserError(`There is a team "${name}" already. Choose another name.`)
}

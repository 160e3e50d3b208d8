import DataLoader from 'dataloader'
import { type Context, organizationFor, perRequest } from '../../schema/context.ts'
import { membersOfTeams, type TeamRow, teamsOfMembers } from './queries.ts'

/** Each joins the look-ups of one moment into one statement. They remember nothing: a request may change teams and go on. */
const FORGETFUL = { cache: false }

/** Ids of the people in a team, by their names. */
export const membersOfTeam = perRequest(
  (context: Context) =>
    new DataLoader<number, number[]>(async (ids) => {
      const rows = await membersOfTeams(context.sql, organizationFor('teams.read', context), ids)
      const byTeam = Map.groupBy(rows, (row) => row.teamId)
      return ids.map((id) => (byTeam.get(id) ?? []).map((row) => row.userId))
    }, FORGETFUL),
)

/** Teams of a person, by name. */
export const teamsOfMember = perRequest(
  (context: Context) =>
    new DataLoader<number, TeamRow[]>(async (ids) => {
      const rows = await teamsOfMembers(context.sql, organizationFor('teams.read', context), ids)
      const byMember = Map.groupBy(rows, (row) => row.userId)
      return ids.map((id) => byMember.get(id) ?? [])
    }, FORGETFUL),
)

import type { Sql } from '../../db/client.ts'

/** All SQL about teams. */

export interface TeamRow {
  id: number
  name: string
  createdAt: Date
}

export async function selectTeams(sql: Sql, organizationId: number): Promise<TeamRow[]> {
  return sql<TeamRow[]>`
    select id, name, created_at from teams where organization_id = ${organizationId} order by lower(name), id`
}

export async function countTeams(sql: Sql, organizationId: number): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from teams where organization_id = ${organizationId}`
  return row!.count
}

/** Null when there is a team of that name. */
export async function insertTeam(sql: Sql, organizationId: number, name: string): Promise<TeamRow | null> {
  const [row] = await sql<TeamRow[]>`
    insert into teams (organization_id, name) values (${organizationId}, ${name})
    on conflict (organization_id, name) do nothing returning id, name, created_at`
  return row ?? null
}

/** One team, which nobody else changes until the transaction ends. */
export async function lockTeam(sql: Sql, organizationId: number, id: number): Promise<TeamRow | null> {
  const [row] = await sql<TeamRow[]>`
    select id, name, created_at from teams where organization_id = ${organizationId} and id = ${id} for update`
  return row ?? null
}

/** Fails with the code of a broken unique key (23505) when another team has the name. */
export async function updateTeamName(sql: Sql, organizationId: number, id: number, name: string): Promise<void> {
  await sql`update teams set name = ${name} where organization_id = ${organizationId} and id = ${id}`
}

export async function deleteTeam(sql: Sql, organizationId: number, id: number): Promise<void> {
  await sql`delete from teams where organization_id = ${organizationId} and id = ${id}`
}

/** False when the person is in the team already, or is no member of the organization (any more). */
export async function insertTeamMember(
  sql: Sql,
  organizationId: number,
  teamId: number,
  userId: number,
): Promise<boolean> {
  const rows = await sql`
    insert into team_members (organization_id, team_id, user_id)
    select organization_id, ${teamId}, user_id from memberships
    where organization_id = ${organizationId} and user_id = ${userId} for key share
    on conflict do nothing returning user_id`
  return rows.length > 0
}

/** False when the person is not in the team. */
export async function deleteTeamMember(
  sql: Sql,
  organizationId: number,
  teamId: number,
  userId: number,
): Promise<boolean> {
  const rows = await sql`
    delete from team_members
    where organization_id = ${organizationId} and team_id = ${teamId} and user_id = ${userId} returning user_id`
  return rows.length > 0
}

export async function membersOfTeams(
  sql: Sql,
  organizationId: number,
  teamIds: readonly number[],
): Promise<{ teamId: number; userId: number }[]> {
  return sql<{ teamId: number; userId: number }[]>`
    select team_id, user_id from team_members join users on users.id = team_members.user_id
    where organization_id = ${organizationId} and team_id = any(${[...teamIds]}::int[])
    order by lower(users.name), user_id`
}

export async function teamsOfMembers(
  sql: Sql,
  organizationId: number,
  userIds: readonly number[],
): Promise<(TeamRow & { userId: number })[]> {
  return sql<(TeamRow & { userId: number })[]>`
    select user_id, teams.id, name, created_at
    from team_members join teams on teams.organization_id = team_members.organization_id and teams.id = team_id
    where team_members.organization_id = ${organizationId} and user_id = any(${[...userIds]}::int[])
    order by lower(name), teams.id`
}

import type { Sql } from '../../../db/client.ts'
import type { Role } from '../../../schema/permissions.ts'

/** All SQL about people and what they belong to. */

export interface NewUser {
  email: string
  name: string
  passwordHash: string
}

/** Null when somebody has that address already. */
export async function insertUser(sql: Sql, user: NewUser): Promise<{ id: number } | null> {
  const [row] = await sql<{ id: number }[]>`
    insert into users (email, name, password_hash) values (${user.email}, ${user.name}, ${user.passwordHash})
    on conflict (email) do nothing returning id`
  return row ?? null
}

/** False when the person belongs to the organization already: the role stays as it is. */
export async function insertMembership(sql: Sql, organizationId: number, userId: number, role: Role): Promise<boolean> {
  const rows = await sql`
    insert into memberships (organization_id, user_id, role) values (${organizationId}, ${userId}, ${role})
    on conflict (organization_id, user_id) do nothing returning user_id`
  return rows.length > 0
}

export interface MembershipRow {
  organizationId: number
  organization: string
  role: Role
}

/** What a person belongs to, by name. */
export async function selectMemberships(sql: Sql, userId: number): Promise<MembershipRow[]> {
  return sql<MembershipRow[]>`
    select organizations.id as organization_id, organizations.name as organization, role
    from memberships join organizations on organizations.id = memberships.organization_id
    where user_id = ${userId} order by organizations.name`
}

export interface SignInRow {
  userId: number
  /** Null: the person signs in through an identity provider only. */
  passwordHash: string | null
  organizationId: number
  secondFactor: boolean
}

/** The person with this address and the first organization that they joined. */
export async function selectSignIn(sql: Sql, email: string): Promise<SignInRow | null> {
  const [row] = await sql<SignInRow[]>`
    select users.id as user_id, password_hash, memberships.organization_id,
           totp_confirmed_at is not null as second_factor
    from users join memberships on memberships.user_id = users.id
    where email = ${email}
    order by memberships.created_at, memberships.organization_id limit 1`
  return row ?? null
}

export interface AccountRow {
  email: string
  name: string
  passwordHash: string | null
  secondFactor: boolean
  recoveryCodesLeft: number
}

/** What belongs to the person rather than to one of the organizations. */
export async function selectAccount(sql: Sql, userId: number): Promise<AccountRow> {
  const [row] = await sql<AccountRow[]>`
    select email, name, password_hash, totp_confirmed_at is not null as second_factor,
           (select count(*)::int from recovery_codes where user_id = users.id and used_at is null) as recovery_codes_left
    from users where id = ${userId}`
  return row!
}

export async function updateName(sql: Sql, userId: number, name: string): Promise<void> {
  await sql`update users set name = ${name} where id = ${userId}`
}

export async function updatePassword(sql: Sql, userId: number, passwordHash: string): Promise<void> {
  await sql`update users set password_hash = ${passwordHash} where id = ${userId}`
}

export interface UserRow {
  id: number
  email: string
  hasPassword: boolean
}

/** The person with this address; null when there is none. */
export async function selectUser(sql: Sql, email: string): Promise<UserRow | null> {
  const [row] = await sql<UserRow[]>`
    select id, email, password_hash is not null as has_password from users where email = ${email}`
  return row ?? null
}

/** The same, and others who lock the person wait until the transaction ends. */
export async function lockUser(sql: Sql, email: string): Promise<UserRow | null> {
  const [row] = await sql<UserRow[]>`
    select id, email, password_hash is not null as has_password from users where email = ${email} for no key update`
  return row ?? null
}

/** Stores a value under a name unless there is one already, and returns what stands there. */
export async function keepSetting(sql: Sql, name: string, value: string): Promise<string> {
  await sql`insert into settings (name, value) values (${name}, ${sql.json(value)}) on conflict (name) do nothing`
  const [row] = await sql<{ value: string }[]>`select value from settings where name = ${name}`
  return row!.value
}

/** Takes a value away; true when it was the one that stood there. Only one of several callers gets true. */
export async function takeSetting(sql: Sql, name: string, value: string): Promise<boolean> {
  const rows = await sql`delete from settings where name = ${name} and value = ${sql.json(value)} returning name`
  return rows.length > 0
}

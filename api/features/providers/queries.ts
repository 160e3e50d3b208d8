import type { Sql } from '../../db/client.ts'
import type { Role } from '../../schema/permissions.ts'

/** All SQL about identity providers, and about whom they let in. */

/** What an owner decides about a provider. */
export interface ProviderSettings {
  name: string
  issuer: string
  clientId: string
  /** Sealed. Null: a public client. */
  clientSecret: Buffer | null
  scopes: string
  roleClaim: string | null
  roleMapping: Record<string, Role>
  defaultRole: Role | null
  emailDomains: readonly string[]
  listed: boolean
  enabled: boolean
}

export interface ProviderRow extends ProviderSettings {
  organizationId: number
  id: number
  createdAt: Date
}

function columns(sql: Sql) {
  return sql`
    organization_id, id, name, issuer, client_id, client_secret, scopes, role_claim, role_mapping, default_role,
    email_domains, listed, enabled, created_at`
}

export async function selectProviders(sql: Sql, organizationId: number): Promise<ProviderRow[]> {
  return sql<ProviderRow[]>`
    select ${columns(sql)} from identity_providers where organization_id = ${organizationId} order by name, id`
}

export async function countProviders(sql: Sql, organizationId: number): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*) from identity_providers where organization_id = ${organizationId}`
  return row!.count
}

export async function selectProvider(sql: Sql, organizationId: number, id: number): Promise<ProviderRow | null> {
  const [row] = await sql<ProviderRow[]>`
    select ${columns(sql)} from identity_providers where organization_id = ${organizationId} and id = ${id}`
  return row ?? null
}

/** The same, and nobody else changes it or lets somebody in by it until the transaction ends. */
export async function lockProvider(sql: Sql, organizationId: number, id: number): Promise<ProviderRow | null> {
  const [row] = await sql<ProviderRow[]>`
    select ${columns(sql)} from identity_providers where organization_id = ${organizationId} and id = ${id}
    for no key update`
  return row ?? null
}

/** Those that the sign-in page offers to everyone. */
export async function selectListedProviders(sql: Sql): Promise<{ organizationId: number; id: number; name: string }[]> {
  return sql<{ organizationId: number; id: number; name: string }[]>`
    select organization_id, id, name from identity_providers where listed and enabled
    order by name, organization_id, id limit 50`
}

/** Null when another provider of the organization has the name. */
export async function insertProvider(
  sql: Sql,
  organizationId: number,
  settings: ProviderSettings,
): Promise<ProviderRow | null> {
  const { name, issuer, clientId, clientSecret, scopes, roleClaim, roleMapping, defaultRole } = settings
  const [row] = await sql<ProviderRow[]>`
    insert into identity_providers (organization_id, name, issuer, client_id, client_secret, scopes, role_claim,
                                    role_mapping, default_role, email_domains, listed, enabled)
    values (${organizationId}, ${name}, ${issuer}, ${clientId}, ${clientSecret}, ${scopes}, ${roleClaim},
            ${sql.json(roleMapping)}, ${defaultRole}, ${sql.array([...settings.emailDomains])}, ${settings.listed},
            ${settings.enabled})
    on conflict (organization_id, name) do nothing returning ${columns(sql)}`
  return row ?? null
}

/** Null when there is no such provider. The caller has made sure of the name. */
export async function updateProvider(
  sql: Sql,
  organizationId: number,
  id: number,
  settings: ProviderSettings,
): Promise<ProviderRow | null> {
  const { name, issuer, clientId, clientSecret, scopes, roleClaim, roleMapping, defaultRole } = settings
  const [row] = await sql<ProviderRow[]>`
    update identity_providers
    set name = ${name}, issuer = ${issuer}, client_id = ${clientId}, client_secret = ${clientSecret}, scopes = ${scopes},
        role_claim = ${roleClaim}, role_mapping = ${sql.json(roleMapping)}, default_role = ${defaultRole},
        email_domains = ${sql.array([...settings.emailDomains])}, listed = ${settings.listed}, enabled = ${settings.enabled}
    where organization_id = ${organizationId} and id = ${id}
    returning ${columns(sql)}`
  return row ?? null
}

/** Its identities and sessions go with it. */
export async function deleteProvider(sql: Sql, organizationId: number, id: number): Promise<void> {
  await sql`delete from identity_providers where organization_id = ${organizationId} and id = ${id}`
}

/** Ends all sessions that began with a provider. */
export async function deleteSessionsOfProvider(sql: Sql, organizationId: number, id: number): Promise<void> {
  await sql`delete from sessions where organization_id = ${organizationId} and provider_id = ${id}`
}

/** Forgets whom a provider knows. */
export async function deleteIdentities(sql: Sql, organizationId: number, id: number): Promise<void> {
  await sql`delete from identities where organization_id = ${organizationId} and provider_id = ${id}`
}

export interface MemberRow {
  userId: number
  email: string
  role: Role
}

/** The member whom a provider knows under a subject. */
export async function selectIdentity(sql: Sql, provider: ProviderRow, subject: string): Promise<MemberRow | null> {
  const [row] = await sql<MemberRow[]>`
    select users.id as user_id, users.email, memberships.role
    from identities
    join users on users.id = identities.user_id
    join memberships on memberships.organization_id = identities.organization_id
      and memberships.user_id = identities.user_id
    where identities.organization_id = ${provider.organizationId} and provider_id = ${provider.id}
      and subject = ${subject}`
  return row ?? null
}

export async function insertIdentity(sql: Sql, provider: ProviderRow, subject: string, userId: number): Promise<void> {
  await sql`
    insert into identities (organization_id, provider_id, subject, user_id)
    values (${provider.organizationId}, ${provider.id}, ${subject}, ${userId})`
}

export interface AddresseeRow {
  userId: number
  /** Here; null: not a member. */
  role: Role | null
  /** Whether they can accept an invitation themselves: they have a password and an organization to sign in to. */
  canAccept: boolean
  /** Whether this provider knows the person under some subject. */
  isKnown: boolean
}

/** Who has an address, whichever organizations they belong to. */
export async function selectAddressee(sql: Sql, provider: ProviderRow, email: string): Promise<AddresseeRow | null> {
  const { organizationId, id } = provider
  const [row] = await sql<AddresseeRow[]>`
    select users.id as user_id,
           (select role from memberships where organization_id = ${organizationId} and user_id = users.id) as role,
           password_hash is not null
             and exists (select from memberships where user_id = users.id) as can_accept,
           exists (
             select from identities
             where organization_id = ${organizationId} and provider_id = ${id} and user_id = users.id
           ) as is_known
    from users where email = ${email}`
  return row ?? null
}

/** Uses up the open invitation of an address; the role that it gives, or null when there is none. */
export async function acceptInvitation(
  sql: Sql,
  organizationId: number,
  email: string,
  now: Date,
): Promise<Role | null> {
  const [row] = await sql<{ role: Role }[]>`
    update invitations set accepted_at = ${now}
    where organization_id = ${organizationId} and email = ${email} and accepted_at is null and revoked_at is null
      and expires_at > ${now}
    returning role`
  return row?.role ?? null
}

/** A person without a password. Null when somebody has the address by now. */
export async function insertPerson(sql: Sql, email: string, name: string): Promise<number | null> {
  const [row] = await sql<{ id: number }[]>`
    insert into users (email, name) values (${email}, ${name}) on conflict (email) do nothing returning id`
  return row?.id ?? null
}

export interface ProviderSession {
  tokenHash: Buffer
  userId: number
  createdAt: Date
  expiresAt: Date
  address: string | null
  agent: string | null
}

/** A session that stays in the organization of the provider, because it names it. */
export async function insertSession(sql: Sql, provider: ProviderRow, session: ProviderSession): Promise<void> {
  await sql`
    insert into sessions (token_hash, user_id, organization_id, provider_id, created_at, expires_at, last_seen_at, address,
                          agent)
    values (${session.tokenHash}, ${session.userId}, ${provider.organizationId}, ${provider.id}, ${session.createdAt},
            ${session.expiresAt}, ${session.createdAt}, ${session.address}, ${session.agent})`
}

/** What has to be remembered while somebody is at the provider. */
export interface Attempt {
  organizationId: number
  providerId: number
  /** SHA-256 of the cookie of the browser that began, as hex. */
  browser: string
  nonce: string
  verifier: string
  /** Where to go afterwards. */
  to: string
}

/** Remembers an attempt under the hash of its state; attempts that are over are cleared on the way. */
export async function insertAttempt(
  sql: Sql,
  stateHash: Buffer,
  attempt: Attempt,
  times: { now: Date; expiresAt: Date },
) {
  await sql`delete from one_time_tokens where purpose = 'provider' and expires_at <= ${times.now}`
  await sql`
    insert into one_time_tokens (token_hash, purpose, data, expires_at)
    values (${stateHash}, 'provider', ${sql.json({ ...attempt })}, ${times.expiresAt})`
}

/** Takes an attempt away: it counts once, in the browser that began it, and until it expires. */
export async function takeAttempt(sql: Sql, stateHash: Buffer, browser: string, now: Date): Promise<Attempt | null> {
  const [row] = await sql<{ data: Attempt }[]>`
    delete from one_time_tokens
    where token_hash = ${stateHash} and purpose = 'provider' and data->>'browser' = ${browser} and expires_at > ${now}
    returning data`
  return row?.data ?? null
}

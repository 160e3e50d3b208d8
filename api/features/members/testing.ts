import type { Sql } from '../../db/client.ts'
import type { Context } from '../../schema/context.ts'
import { permissionsOfRole, type Role, type Scope } from '../../schema/permissions.ts'
import { keyViewer, NEVER, testServices } from '../../schema/testing.ts'
import { ask, makeOrganization } from '../jobs/testing.ts'

/** Makes a person who belongs to an organization, and returns their id. The person may be there already. */
export async function makeMember(sql: Sql, organizationId: number, email: string, role: Role): Promise<number> {
  const [row] = await sql<{ id: number }[]>`
    insert into users (email, name, password_hash) values (${email}, ${email.split('@')[0]!}, 'none')
    on conflict (email) do update set email = excluded.email returning id`
  await sql`
    insert into memberships (organization_id, user_id, role) values (${organizationId}, ${row!.id}, ${role})`
  return row!.id
}

/** An answer in short: what the fields returned, or the code and the sentence of the first error. */
export async function outcome(context: Context, query: string, variables: Record<string, unknown> = {}) {
  const { data, errors } = await ask(context, query, variables)
  return errors ? `${errors[0]!.extensions.code}: ${errors[0]!.message}` : data
}

/** An organization with one person of each role, and how they and its keys ask. */
export async function makeTeam(sql: Sql, name: string) {
  const organizationId = await makeOrganization(sql, name)
  const domain = `${name.toLowerCase()}.example`
  const ids = {} as Record<Role, number>
  for (const role of ['owner', 'admin', 'editor', 'viewer'] as const) {
    ids[role] = await makeMember(sql, organizationId, `${role}@${domain}`, role)
  }
  const services = testServices(sql)
  const as = (role: Role, id = ids[role]): Context => {
    const email = `${role}@${domain}`
    const viewer = {
      ...keyViewer(organizationId, []),
      organization: { id: organizationId, name },
      user: { id, name: email, email, role },
      session: { id: 1, providerId: null },
      apiKey: null,
      permissions: permissionsOfRole(role),
    }
    return { ...services, viewer, address: '192.0.2.1', signal: NEVER }
  }
  const asKey = (...scopes: Scope[]): Context => {
    return { ...services, viewer: keyViewer(organizationId, scopes), address: '192.0.2.1', signal: NEVER }
  }
  return { organizationId, ids, domain, services, as, asKey }
}

/** The newest lines of an organization's audit log, newest first, in short. */
export async function lastAudits(sql: Sql, organizationId: number, count: number) {
  const rows = await sql<{ line: string }[]>`
    select concat_ws(' ', actor, action, subject, before, after) as line from audit_events
    where organization_id = ${organizationId} order by id desc limit ${count}`
  return rows.map((row) => row.line)
}

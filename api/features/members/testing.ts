import type { Sql } from '../../db/client.ts'
import type { Context, Services } from '../../schema/context.ts'
import { permissionsOfRole, type Role } from '../../schema/permissions.ts'

/** Makes a person who belongs to an organization, and returns their id. The person may be there already. */
export async function makeMember(sql: Sql, organizationId: number, email: string, role: Role): Promise<number> {
  const [row] = await sql<{ id: number }[]>`
    insert into users (email, name, password_hash) values (${email}, ${email.split('@')[0]!}, 'none')
    on conflict (email) do update set email = excluded.email returning id`
  await sql`
    insert into memberships (organization_id, user_id, role) values (${organizationId}, ${row!.id}, ${role})`
  return row!.id
}

/** A request of a person who is signed in. */
export function personContext(
  services: Services,
  organizationId: number,
  { id, role, email = 'somebody@example.com' }: { id: number; role: Role; email?: string },
): Context {
  const viewer = {
    organization: { id: organizationId, name: 'Test' },
    user: { id, name: email, email, role },
    session: { id: 1, providerId: null },
    apiKey: null,
    permissions: permissionsOfRole(role),
    queriesAtOnce: null,
    expiresAt: null,
  }
  return { ...services, viewer, address: '192.0.2.1' }
}

import { NEVER } from '../../schema/testing.ts'
import type { Sql } from '../../db/client.ts'
import type { Context, Services } from '../../schema/context.ts'
import { permissionsOfRole, permissionsOfScopes, type Role, type Scope } from '../../schema/permissions.ts'

/** A request of a person with this role. */
export function personContext(services: Services, organizationId: number, role: Role): Context {
  const viewer = {
    organization: { id: organizationId, name: 'Test' },
    user: { id: 1, name: 'Ada', email: 'ada@example.com', role },
    session: { id: 1, providerId: null },
    apiKey: null,
    shareLink: null,
    permissions: permissionsOfRole(role),
    queriesAtOnce: null,
    kept: { jobs: null, rollups: null },
    expiresAt: null,
  }
  return { ...services, viewer, address: '192.0.2.1', signal: NEVER }
}

interface Confinement {
  pipelines?: readonly string[]
  addresses?: readonly string[]
}

/** A request of a key. */
export function keyContext(
  services: Services,
  organizationId: number,
  scopes: readonly Scope[],
  { pipelines, addresses }: Confinement = {},
): Context {
  const apiKey = {
    id: 7,
    name: 'Robot',
    scopes,
    pipelines: pipelines ?? null,
    addresses: addresses ?? null,
    requestsAMinute: null,
  }
  const viewer = {
    organization: { id: organizationId, name: 'Test' },
    user: null,
    session: null,
    apiKey,
    shareLink: null,
    permissions: permissionsOfScopes(scopes),
    queriesAtOnce: null,
    kept: { jobs: null, rollups: null },
    expiresAt: null,
  }
  return { ...services, viewer, address: null, signal: NEVER }
}

/** Lines of the audit log, oldest first. */
export function auditOf(sql: Sql, organizationId: number) {
  return sql<{ actor: string; action: string; subject: string; before: unknown; after: unknown }[]>`
    select actor, action, subject, before, after from audit_events where organization_id = ${organizationId} order by id`
}

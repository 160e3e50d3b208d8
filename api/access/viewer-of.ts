import type { Viewer } from '../schema/context.ts'
import { permissionsOfRole, permissionsOfScopes } from '../schema/permissions.ts'
import type { KeyRow, SessionRow } from './queries.ts'

/** Who a session stands for. */
export function viewerOfSession(row: SessionRow): Viewer {
  const { organizationId, organization, sessionId, providerId, userId, name, email, role, expiresAt } = row
  return {
    organization: { id: organizationId, name: organization },
    user: { id: userId, name, email, role },
    session: { id: sessionId, providerId },
    apiKey: null,
    permissions: permissionsOfRole(role),
    queriesAtOnce: row.queriesAtOnce,
    expiresAt,
  }
}

/** Who a key stands for. */
export function viewerOfKey(row: KeyRow): Viewer {
  const { organizationId, organization, queriesAtOnce, expiresAt, ...apiKey } = row
  return {
    organization: { id: organizationId, name: organization },
    user: null,
    session: null,
    apiKey,
    permissions: permissionsOfScopes(apiKey.scopes),
    queriesAtOnce,
    expiresAt,
  }
}

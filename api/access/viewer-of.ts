import type { Kept } from '../db/reach.ts'
import type { Viewer } from '../schema/context.ts'
import { permissionsOfRole, permissionsOfScopes } from '../schema/permissions.ts'
import type { KeyRow, KeptRow, LinkRow, SessionRow } from './queries.ts'

/** Who a session stands for. */
export function viewerOfSession(row: SessionRow): Viewer {
  const { organizationId, organization, sessionId, providerId, userId, name, email, role, expiresAt } = row
  return {
    organization: { id: organizationId, name: organization },
    user: { id: userId, name, email, role },
    session: { id: sessionId, providerId },
    apiKey: null,
    shareLink: null,
    permissions: permissionsOfRole(role),
    queriesAtOnce: row.queriesAtOnce,
    kept: keptOf(row),
    expiresAt,
  }
}

/** Who a key stands for. */
export function viewerOfKey(row: KeyRow): Viewer {
  const { id, name, scopes, pipelines, addresses, requestsAMinute } = row
  const { organizationId, organization, queriesAtOnce, expiresAt } = row
  return {
    organization: { id: organizationId, name: organization },
    user: null,
    session: null,
    apiKey: { id, name, scopes, pipelines, addresses, requestsAMinute },
    shareLink: null,
    permissions: permissionsOfScopes(scopes),
    queriesAtOnce,
    kept: keptOf(row),
    expiresAt,
  }
}

/** Who comes by a share link: nobody in particular, who sees its dashboard and may do nothing. */
export function viewerOfLink(row: LinkRow): Viewer {
  const { organizationId, organization, id, dashboardId, queriesAtOnce, expiresAt } = row
  return {
    organization: { id: organizationId, name: organization },
    user: null,
    session: null,
    apiKey: null,
    shareLink: { id, dashboardId },
    permissions: new Set(),
    queriesAtOnce,
    kept: keptOf(row),
    expiresAt,
  }
}

function keptOf({ jobsKeptFrom, rollupsKeptFrom }: KeptRow): Kept {
  return { jobs: jobsKeptFrom, rollups: rollupsKeptFrom }
}

import { type Context, organizationFor, type Viewer } from '../../schema/context.ts'
import { forbidden } from '../../schema/errors.ts'
import type { Permission } from '../../schema/permissions.ts'
import type { Asker } from './queries/dashboards.ts'

type DashboardPermission = Extract<Permission, `dashboards.${string}`>

/**
 * Who asks for dashboards, when they may; otherwise an error with the code FORBIDDEN. A dashboard can name any pipeline, so
 * a key that is confined to some of them sees none.
 */
export function askerFor(permission: DashboardPermission, context: Pick<Context, 'viewer'>): Asker {
  const organizationId = organizationFor(permission, context)
  const { user, apiKey } = context.viewer
  if (apiKey?.pipelines) {
    throw forbidden('This key is confined to pipelines, and dashboards are about all: make a key that is not.')
  }
  return { organizationId, userId: user?.id ?? null }
}

/** The same for what a person keeps for themselves, such as favourites: a key has none. */
export function personFor(
  permission: DashboardPermission,
  context: Pick<Context, 'viewer'>,
): Asker & { userId: number } {
  const { organizationId, userId } = askerFor(permission, context)
  if (userId === null) throw forbidden('Only people have drafts, favourites and visits of dashboards: a key has none.')
  return { organizationId, userId }
}

/** How whoever asks is named in the history of a dashboard. */
export function authorOf({ user, apiKey }: Viewer): string {
  return user?.name ?? `Key "${apiKey?.name}"`
}

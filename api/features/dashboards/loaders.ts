import DataLoader from 'dataloader'
import { type Context, perRequest } from '../../schema/context.ts'
import type { DashboardDocument } from './dashboard-document.ts'
import { type DraftRow, selectDrafts } from './queries/people.ts'
import { type LinkRow, selectLinks } from './queries/links.ts'
import { selectDocuments, type VersionId } from './queries/versions.ts'

/**
 * The document of a version, whoever asks: for versions of a dashboard that the asker was found to see. One statement for
 * those of a moment. It remembers nothing: a subscription lasts for weeks.
 */
export const documentOf = perRequest(
  ({ sql, viewer }: Context) =>
    new DataLoader<VersionId, DashboardDocument>(
      async (versions) => {
        const rows = await selectDocuments(sql, viewer.organization.id, versions)
        const found = Map.groupBy(rows, keyOf)
        return versions.map(
          (version) => found.get(keyOf(version))?.[0]?.document ?? new Error('A version of a dashboard is missing'),
        )
      },
      { cache: false },
    ),
)

/** The asker's draft of a dashboard, or null. It remembers nothing, as a request may change it and go on. */
export const draftOf = perRequest(
  ({ sql, viewer }: Context) =>
    new DataLoader<string, DraftRow | null>(
      async (dashboardIds) => {
        if (!viewer.user) return dashboardIds.map(() => null)
        const rows = await selectDrafts(sql, viewer.organization.id, { userId: viewer.user.id, dashboardIds })
        const found = Map.groupBy(rows, (row) => row.dashboardId)
        return dashboardIds.map((id) => found.get(id)?.[0] ?? null)
      },
      { cache: false },
    ),
)

/** The links to a dashboard that were not revoked, newest first. It remembers nothing either. */
export const linksOf = perRequest(
  ({ sql, viewer }: Context) =>
    new DataLoader<string, LinkRow[]>(
      async (dashboardIds) => {
        const rows = await selectLinks(sql, viewer.organization.id, dashboardIds)
        const found = Map.groupBy(rows, (row) => row.dashboardId)
        return dashboardIds.map((id) => found.get(id) ?? [])
      },
      { cache: false },
    ),
)

function keyOf({ dashboardId, number }: VersionId): string {
  return `${dashboardId} ${number}`
}

import { graphql } from '../../../gql/index.ts'
import type { DashboardSharingQuery } from '../../../gql/graphql.ts'

/** Who sees a dashboard. */
export const DashboardSharing = graphql(`
  query DashboardSharing($id: ID!) {
    dashboard(id: $id) {
      id
      visibility
      owner
      isMine
      links {
        id
        createdBy
        createdAt
        expiresAt
        lastUsedAt
      }
    }
  }
`)

/** A dashboard with its links. */
export type Sharing = NonNullable<DashboardSharingQuery['dashboard']>

/** One link to it. */
export type Link = Sharing['links'][number]

/** Says who sees a dashboard. */
export const ShareDashboard = graphql(`
  mutation ShareDashboard($id: ID!, $visibility: DashboardVisibility!) {
    shareDashboard(id: $id, visibility: $visibility) {
      id
      visibility
    }
  }
`)

/** Makes a link; its token is told once. */
export const CreateShareLink = graphql(`
  mutation CreateShareLink($id: ID!, $expiresAt: DateTime) {
    createShareLink(id: $id, expiresAt: $expiresAt) {
      token
      link {
        id
      }
    }
  }
`)

/** Ends a link at once. */
export const RevokeShareLink = graphql(`
  mutation RevokeShareLink($id: ID!) {
    revokeShareLink(id: $id) {
      id
    }
  }
`)

import { graphql } from '../../../gql/index.ts'
import type { DashboardsPageQuery } from '../../../gql/graphql.ts'

/** The list, the folders there are, and what the viewer may do. */
export const DashboardsPageDocument = graphql(`
  query DashboardsPage($filter: DashboardFilter!) {
    dashboards(filter: $filter, first: 500) {
      totalCount
      nodes {
        id
        title
        description
        folder
        visibility
        owner
        isMine
        updatedAt
        isFavourite
        canEdit
      }
    }
    dashboardFolders {
      path
      dashboards
    }
    viewer {
      permissions
    }
  }
`)

/** One dashboard of the list. */
export type ListedDashboard = DashboardsPageQuery['dashboards']['nodes'][number]

/** A folder that dashboards are in. */
export type Folder = DashboardsPageQuery['dashboardFolders'][number]

/** What a dashboard is exported as. */
export const DashboardExport = graphql(`
  query DashboardExport($id: ID!) {
    dashboard(id: $id) {
      id
      title
      document
    }
  }
`)

/** Makes a dashboard a favourite of the viewer, or none any more. */
export const SetFavouriteDashboard = graphql(`
  mutation SetFavouriteDashboard($id: ID!, $favourite: Boolean!) {
    setFavouriteDashboard(id: $id, favourite: $favourite) {
      id
      isFavourite
    }
  }
`)

/** Makes a copy. */
export const DuplicateDashboard = graphql(`
  mutation DuplicateDashboard($id: ID!) {
    duplicateDashboard(id: $id) {
      id
    }
  }
`)

/** Deletes a dashboard for good. */
export const DeleteDashboard = graphql(`
  mutation DeleteDashboard($id: ID!) {
    deleteDashboard(id: $id)
  }
`)

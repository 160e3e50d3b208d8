import { graphql } from '../../gql/index.ts'

/** A dashboard, as its page and its builder need it. */
export const DashboardQuery = graphql(`
  query Dashboard($id: ID!) {
    dashboard(id: $id) {
      id
      title
      description
      folder
      visibility
      owner
      isMine
      isFavourite
      canEdit
      updatedAt
      version
      document
      draft {
        basedOn
        savedAt
        document
      }
    }
  }
`)

/** Says that a dashboard was saved, moved, shared or deleted. */
export const DashboardChanged = graphql(`
  subscription DashboardChanged($id: ID!) {
    dashboardChanged(id: $id) {
      id
      version
    }
  }
`)

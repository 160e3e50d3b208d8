import { graphql } from '../../../gql/index.ts'

/** The dashboard of the link that one came by. */
export const SharedDashboard = graphql(`
  query SharedDashboard {
    sharedDashboard {
      id
      title
      description
      document
      expiresAt
    }
  }
`)

/** Says that it was saved. */
export const SharedDashboardChanged = graphql(`
  subscription SharedDashboardChanged {
    sharedDashboardChanged {
      version
    }
  }
`)

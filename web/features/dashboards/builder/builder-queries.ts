import { graphql } from '../../../gql/index.ts'

/** Keeps what was changed and not saved yet. */
export const SaveDraft = graphql(`
  mutation SaveDashboardDraft($id: ID!, $basedOn: Int!, $document: JSON!) {
    saveDashboardDraft(id: $id, basedOn: $basedOn, document: $document) {
      id
    }
  }
`)

/** Gives up what was changed and not saved yet. */
export const DiscardDraft = graphql(`
  mutation DiscardDashboardDraft($id: ID!) {
    discardDashboardDraft(id: $id) {
      id
    }
  }
`)

/** Saves a dashboard as its next version, unless somebody saved one meanwhile. */
export const SaveDashboard = graphql(`
  mutation SaveDashboard($id: ID!, $basedOn: Int!, $document: JSON!, $comment: String) {
    saveDashboard(id: $id, basedOn: $basedOn, document: $document, comment: $comment) {
      __typename
      ... on Dashboard {
        id
        version
      }
      ... on DashboardConflict {
        lastVersion {
          number
          savedAt
          savedBy
          comment
          document
        }
      }
    }
  }
`)

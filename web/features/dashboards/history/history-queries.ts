import { graphql } from '../../../gql/index.ts'
import type { DashboardHistoryQuery } from '../../../gql/graphql.ts'

/** The versions of a dashboard, newest first. */
export const DashboardHistory = graphql(`
  query DashboardHistory($id: ID!) {
    dashboard(id: $id) {
      id
      title
      version
      canEdit
      versions(first: 200) {
        number
        savedAt
        savedBy
        comment
      }
    }
  }
`)

/** A dashboard with its history. */
export type HistoryOf = NonNullable<DashboardHistoryQuery['dashboard']>

/** One version of it. */
export type Version = HistoryOf['versions'][number]

/** What is in two versions. */
export const ComparedVersions = graphql(`
  query ComparedVersions($id: ID!, $olderNumber: Int!, $newerNumber: Int!) {
    dashboard(id: $id) {
      id
      older: savedVersion(number: $olderNumber) {
        number
        document
      }
      newer: savedVersion(number: $newerNumber) {
        number
        document
      }
    }
  }
`)

/** Makes an older version the last one again. */
export const RestoreDashboardVersion = graphql(`
  mutation RestoreDashboardVersion($id: ID!, $version: Int!) {
    restoreDashboardVersion(id: $id, version: $version) {
      id
      version
    }
  }
`)

/** One version of a dashboard, with what is in it. */
export const DashboardVersion = graphql(`
  query DashboardVersion($id: ID!, $number: Int!) {
    dashboard(id: $id) {
      id
      savedVersion(number: $number) {
        number
        document
      }
    }
  }
`)

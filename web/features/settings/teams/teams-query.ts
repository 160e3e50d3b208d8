import { graphql } from '../../../gql/index.ts'
import type { TeamsPageQuery } from '../../../gql/graphql.ts'

/** The teams, and everybody who can be in one. */
export const TeamsQuery = graphql(`
  query TeamsPage {
    teams {
      id
      name
      members {
        id
        name
        email
      }
    }
    members {
      id
      name
      email
    }
  }
`)

/** A team. */
export type Team = TeamsPageQuery['teams'][number]

/** Somebody who is or can be in a team. */
export type Person = TeamsPageQuery['members'][number]

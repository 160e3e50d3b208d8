import { graphql } from '../../../gql/index.ts'
import type { MembersPageQuery } from '../../../gql/graphql.ts'

/** Everybody who belongs to the organization, and who has been asked to. */
export const MembersQuery = graphql(`
  query MembersPage($invitations: Boolean!) {
    members {
      id
      name
      email
      role
      secondFactor
      lastSeenAt
      teams {
        id
        name
      }
    }
    invitations @include(if: $invitations) {
      id
      email
      role
      invitedBy
      createdAt
      expiresAt
    }
  }
`)

/** One of those who belong to it. */
export type Member = MembersPageQuery['members'][number]

/** One who has been asked to. */
export type Invitation = NonNullable<MembersPageQuery['invitations']>[number]

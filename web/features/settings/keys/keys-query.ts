import { graphql } from '../../../gql/index.ts'
import type { KeysPageQuery } from '../../../gql/graphql.ts'

/** The keys, with what they did in the last 30 days. */
export const KeysQuery = graphql(`
  query KeysPage($revoked: Boolean!) {
    apiKeys(revoked: $revoked) {
      id
      name
      prefix
      scopes
      pipelines
      addresses
      requestsAMinute
      createdBy
      createdAt
      expiresAt
      lastUsedAt
      revokedAt
      usage(days: 30) {
        day
        requests
      }
    }
  }
`)

/** A key, without the key itself. */
export type ApiKey = KeysPageQuery['apiKeys'][number]

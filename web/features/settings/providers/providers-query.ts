import { graphql } from '../../../gql/index.ts'
import type { ProvidersPageQuery } from '../../../gql/graphql.ts'

/** Where people may sign in instead of with a password. */
export const ProvidersQuery = graphql(`
  query ProvidersPage {
    identityProviders {
      id
      name
      issuer
      clientId
      hasClientSecret
      scopes
      roleClaim
      roleMapping {
        value
        role
      }
      defaultRole
      emailDomains
      listed
      enabled
      signInUrl
      redirectUrl
    }
  }
`)

/** An identity provider, without its secret. */
export type Provider = ProvidersPageQuery['identityProviders'][number]

import { useQuery } from 'urql'
import { graphql } from '../gql/index.ts'

const ViewerQuery = graphql(`
  query Viewer {
    viewer {
      permissions
      organization {
        id
        name
      }
      organizations {
        organization {
          id
          name
        }
      }
      user {
        id
        name
        email
      }
    }
  }
`)

/** Who is signed in, where, and what they may do; undefined until the server has said so. */
export function useViewer() {
  return useQuery({ query: ViewerQuery })[0].data?.viewer
}

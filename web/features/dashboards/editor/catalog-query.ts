import { graphql } from '../../../gql/index.ts'
import { useAnswer } from '../../../lib/use-answer.ts'

const CatalogDocument = graphql(`
  query Catalog {
    datasets {
      name
      title
      description
      measures {
        name
        title
        description
        unit
        derived {
          name
          title
          description
          unit
        }
      }
      dimensions {
        name
        title
        description
        type
        cardinality
        filterOnly
        ops
        values
      }
    }
  }
`)

/** Everything that can be asked, as the server tells it. */
export function useCatalog() {
  return useAnswer(CatalogDocument, {})
}

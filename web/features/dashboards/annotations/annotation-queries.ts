import { graphql } from '../../../gql/index.ts'

/** What was noted in a range. */
export const AnnotationsInRange = graphql(`
  query AnnotationsInRange($filter: AnnotationFilter!) {
    annotations(filter: $filter, first: 200) {
      nodes {
        id
        kind
        title
        startedAt
        endedAt
      }
    }
  }
`)

/** Tells that something was noted, changed or removed, whenever it was. */
export const AnnotationChanged = graphql(`
  subscription AnnotationChanged {
    annotationChanged {
      id
    }
  }
`)

/** Notes something. */
export const RecordAnnotation = graphql(`
  mutation RecordAnnotation($input: AnnotationInput!) {
    recordAnnotation(input: $input) {
      id
    }
  }
`)

/** Removes something that was noted. */
export const RemoveAnnotation = graphql(`
  mutation RemoveAnnotation($id: ID!) {
    removeAnnotation(id: $id)
  }
`)

/** What can be annotated. */
export const AnnotatedPipelines = graphql(`
  query AnnotatedPipelines {
    pipelines(first: 500) {
      nodes {
        id
        name
      }
    }
  }
`)

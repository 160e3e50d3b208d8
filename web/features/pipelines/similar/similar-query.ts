import { graphql } from '../../../gql/index.ts'

/** The pipelines that behave most like one. */
export const SimilarPipelines = graphql(`
  query SimilarPipelines($pipeline: ID!, $timezone: String!) {
    similarPipelines(pipeline: $pipeline, timezone: $timezone) {
      found {
        pipeline
        similarity
        aspects {
          aspect
          similarity
        }
      }
      reason
    }
  }
`)

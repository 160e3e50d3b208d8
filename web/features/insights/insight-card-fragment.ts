import { graphql } from '../../gql/index.ts'

/** All that a card shows, but for its chart. */
export const InsightCardFields = graphql(`
  fragment InsightCard on Insight {
    id
    kind
    state
    sentence
    pipelineId
    pipelineName
    measure
    title
    unit
    currency
    direction
    startedAt
    endedAt
    expected
    actual
    lower
    upper
    baselineFrom
    baselineTo
    method
    pValue
    qValue
    confidence
    foundAt
    changedAt
    dismissedAt
    dismissedBy
    contributors {
      key {
        dimension
        value
      }
      before
      after
      contribution
      share
    }
    feedback {
      name
      useful
      comment
      givenAt
      isMine
    }
  }
`)

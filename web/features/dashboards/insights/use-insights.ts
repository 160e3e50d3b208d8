import { graphql } from '../../../gql/index.ts'
import { useAnswer } from '../../../lib/use-answer.ts'
import type { RangeDocument } from '../document.ts'
import type { PanelInsight } from './insight-annotations.ts'

const DashboardInsights = graphql(`
  query DashboardInsights($filter: InsightFilter) {
    insights(filter: $filter, first: 100) {
      nodes {
        id
        kind
        sentence
        pipelineId
        measure
        startedAt
        endedAt
      }
    }
  }
`)

const none: readonly PanelInsight[] = []

/** What was found in the jobs of a range, the hundred most noteworthy. Empty until it is answered, and for who may not see it. */
export function useInsights(range: RangeDocument): readonly PanelInsight[] {
  const { data } = useAnswer(DashboardInsights, { filter: { range: range } })
  return data?.insights.nodes ?? none
}

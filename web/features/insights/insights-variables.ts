import type { InsightFilter, InsightsPageQueryVariables } from '../../gql/graphql.ts'
import type { InsightsSearch } from './insights-search.ts'

/** How many insights are shown at first, and how many more each time. */
export const pageSize = 10

/** What to ask the server for an address. All pages are asked for at once, so that the list stays whole when it changes. */
export function insightsVariables(search: InsightsSearch): InsightsPageQueryVariables {
  return { filter: insightFilter(search), first: pageSize * (search.pages ?? 1) }
}

function insightFilter({ kind, state, pipeline, measure, confidence, dismissed }: InsightsSearch): InsightFilter {
  return {
    ...(kind && { kinds: kind }),
    ...(state && { states: state }),
    ...(pipeline && { pipelines: pipeline }),
    ...(measure && { measures: measure }),
    ...(confidence && { leastConfidence: confidence }),
    dismissed: dismissed === 'only' ? true : dismissed === 'too' ? null : false,
  }
}

import { graphql } from '../gql/index.ts'
import { useLiveQuery } from '../lib/live/use-live-query.ts'

const NewInsightsQuery = graphql(`
  query NewInsights {
    insights(filter: { states: [NEW] }, first: 1) {
      totalCount
    }
  }
`)

/** How many insights are new, beside their place in the navigation; nothing when none is. */
export function NewInsights() {
  const { data } = useLiveQuery(NewInsightsQuery, {}, { dataset: 'insights', intervalMs: 2_000 })
  const count = data?.insights.totalCount ?? 0
  if (count === 0) return null
  return (
    <span className="shell-count">
      {count}
      <span className="visually-hidden"> new</span>
    </span>
  )
}

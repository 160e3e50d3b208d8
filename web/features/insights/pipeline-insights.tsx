import './insights.css'
import { Link } from '@tanstack/react-router'
import { graphql } from '../../gql/index.ts'
import { useLiveQuery } from '../../lib/live/use-live-query.ts'
import { Panel } from '../../ui/panel.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { InsightTags } from './insight-tags.tsx'

const PipelineInsightsDocument = graphql(`
  query PipelineInsights($pipeline: ID!) {
    insights(filter: { pipelines: [$pipeline], states: [NEW, ONGOING] }, first: 5) {
      nodes {
        id
        kind
        state
        sentence
        foundAt
      }
    }
  }
`)

/** What lasts of the insights of one pipeline; nothing when there is none. */
export function PipelineInsights({ pipeline }: { pipeline: string }) {
  const { data, stale } = useLiveQuery(PipelineInsightsDocument, { pipeline }, { dataset: 'insights' })
  if (!data || stale || data.insights.nodes.length === 0) return null
  return (
    <Panel
      title="Insights"
      actions={
        <Link to="/insights" search={{ pipeline: [pipeline] }}>
          All insights
        </Link>
      }
    >
      <ul className="pipeline-insights">
        {data.insights.nodes.map((insight) => (
          <li key={insight.id}>
            <InsightTags insight={insight} />
            <Link to="/insights/$id" params={{ id: insight.id }} className="insight-link">
              {insight.sentence}
            </Link>
            <span className="muted">
              <RelativeTime at={insight.foundAt} />
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

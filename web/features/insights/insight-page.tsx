import './insights.css'
import { Link, useParams } from '@tanstack/react-router'
import { graphql, readFragment } from '../../gql/index.ts'
import { useLiveQuery } from '../../lib/live/use-live-query.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { Page } from '../../ui/page.tsx'
import { InsightCardFields } from './insight-card-fragment.ts'
import { InsightCard } from './insight-card.tsx'
import { InsightsSkeleton } from './insights-skeleton.tsx'

const InsightPageDocument = graphql(`
  query InsightPage($id: ID!) {
    insight(id: $id) {
      ...InsightCard
    }
    viewer {
      permissions
    }
  }
`)

/** One insight, at an address of its own to share. It changes by itself while it lasts. */
export function InsightPage() {
  const { id } = useParams({ from: '/signed-in/insights/$id' })
  const { data, error, fetching, stale, refetch } = useLiveQuery(InsightPageDocument, { id }, { dataset: 'insights' })
  const insight = stale ? undefined : readFragment(InsightCardFields, data?.insight)
  const title = insight ? `${insight.title} of ${insight.pipelineName}` : 'Insight'
  return (
    <Page
      title={insight === null ? 'Insight not found' : title}
      subtitle={<Link to="/insights">All insights</Link>}
      actions={insight ? <CopyButton text={window.location.href} label="Copy link" /> : null}
    >
      {insight && data ? (
        <InsightCard
          key={insight.id}
          insight={insight}
          judging={{ mayJudge: data.viewer.permissions.includes('insights.judge'), onChanged: refetch }}
          isAlone
        />
      ) : error && !fetching ? (
        <ErrorPanel error={error} onRetry={refetch} />
      ) : insight === null ? (
        <Empty
          title="There is no such insight"
          action={
            <Link to="/insights" className="button">
              Go to insights
            </Link>
          }
        >
          Its address may be mistyped, or its pipeline is gone.
        </Empty>
      ) : (
        <InsightsSkeleton count={1} />
      )}
    </Page>
  )
}

import './similar.css'
import { Link } from '@tanstack/react-router'
import { formatPercent } from '../../../lib/format.ts'
import { viewerZone } from '../../../lib/format-time.ts'
import { useLiveQuery } from '../../../lib/live/use-live-query.ts'
import { ErrorPanel } from '../../../ui/error-panel.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { AfterAMoment, SkeletonBar } from '../../../ui/skeleton.tsx'
import { SimilarPipelines as SimilarPipelinesDocument } from './similar-query.ts'
import { shapeSimilar, type SimilarRow } from './similar-shape.ts'

/** Two weeks of jobs do not look different a moment later. */
const FOLLOW_MS = 10 * 60_000

/** Which other pipelines behave like this one, whatever the range. */
export function SimilarPipelines({ pipeline }: { pipeline: string }) {
  const { data, error, stale, fetching, refetch } = useLiveQuery(
    SimilarPipelinesDocument,
    { pipeline, timezone: viewerZone },
    { intervalMs: FOLLOW_MS },
  )
  const answer = stale ? undefined : data?.similarPipelines
  const list = answer && shapeSimilar(answer)
  if (!list && error && !fetching) return <ErrorPanel error={error} onRetry={refetch} />
  return (
    <Panel title="Similar pipelines">
      {!list ? (
        <AfterAMoment>
          <SkeletonBar width="60%" />
        </AfterAMoment>
      ) : 'instead' in list ? (
        <p className="muted">{list.instead}</p>
      ) : (
        <SimilarRows rows={list.rows} />
      )}
    </Panel>
  )
}

function SimilarRows({ rows }: { rows: readonly SimilarRow[] }) {
  return (
    <ul className="similar" aria-label="Similar pipelines">
      {rows.map(({ pipeline, similarity, alikeIn }) => (
        <li key={pipeline}>
          <Link to="/pipelines/$id" params={{ id: pipeline }}>
            {pipeline}
          </Link>
          <span className="similar-share">{formatPercent(similarity)} alike</span>
          <span className="muted">Alike in: {alikeIn}</span>
        </li>
      ))}
    </ul>
  )
}

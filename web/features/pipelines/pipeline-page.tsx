import './pipeline.css'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { pageLimits, phoneLimits } from '../../lib/granularity.ts'
import { useLiveQuery } from '../../lib/live/use-live-query.ts'
import { useMedia } from '../../lib/use-media.ts'
import { Button } from '../../ui/button.tsx'
import { DateRange } from '../../ui/date-range/date-range.tsx'
import { Empty } from '../../ui/empty.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { Page } from '../../ui/page.tsx'
import { RangeProblem } from '../../ui/range-problem.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { StatusLabel } from '../../ui/status.tsx'
import { LatestJobs, type LatestJob } from './latest-jobs.tsx'
import { PipelineMetrics } from './pipeline-metrics.tsx'
import { PipelineHead } from './pipeline-query.ts'
import type { FindingName } from './search.ts'
import { SimilarPipelines } from './similar/similar-pipelines.tsx'
import { usePageRange, type PageRange } from './use-page-range.ts'

const noFindings: readonly FindingName[] = []

/** One pipeline: how it has been doing over time, and its newest jobs, live. Where its insights stand, whoever knows them puts them. */
export function PipelinePage({ insights }: { insights: ReactNode }) {
  const { id } = useParams({ from: '/signed-in/pipelines/$id' })
  const search = useSearch({ from: '/signed-in/pipelines/$id' })
  const navigate = useNavigate({ from: '/pipelines/$id' })
  const isPhone = useMedia('(max-width: 640px)')
  const range = usePageRange(
    search,
    (part) => void navigate({ search: (old) => ({ ...old, ...part }) }),
    isPhone ? phoneLimits : pageLimits,
  )
  const { data, error, stale, fetching, refetch } = useLiveQuery(PipelineHead, { id })
  const pipeline = stale ? undefined : data?.pipeline
  const missing = data !== undefined && !stale && data.pipeline === null
  return (
    <Page
      title={pipeline?.name ?? id}
      subtitle={<Subtitle id={id} name={pipeline?.name} last={pipeline?.jobs.nodes[0]} />}
      actions={missing ? null : <RangeActions range={range} />}
    >
      {missing ? (
        <NoPipeline id={id} />
      ) : (
        <>
          <RangeProblem problem={range.problem} />
          <PipelineMetrics
            key={id}
            pipeline={id}
            range={range}
            shown={search.findings ?? noFindings}
            onShow={(findings) =>
              void navigate({ search: (old) => ({ ...old, findings: findings.length > 0 ? findings : undefined }) })
            }
          />
          {insights}
          {error && !fetching ? <ErrorPanel error={error} onRetry={refetch} /> : null}
          {pipeline ? <LatestJobs pipeline={id} jobs={pipeline.jobs.nodes} /> : null}
          {pipeline ? <SimilarPipelines pipeline={id} /> : null}
        </>
      )}
    </Page>
  )
}

function RangeActions({ range }: { range: PageRange }) {
  return (
    <>
      {range.zoom ? <Button onPress={range.resetZoom}>Reset zoom</Button> : null}
      <DateRange choice={range.choice} zoom={range.zoom} onChange={range.choose} timezone={range.timezone} />
    </>
  )
}

interface SubtitleProps {
  id: string
  name: string | undefined
  last: LatestJob | undefined
}

function Subtitle({ id, name, last }: SubtitleProps) {
  return (
    <span className="pipeline-subtitle">
      {name !== undefined && name !== id ? <code>{id}</code> : null}
      {last ? (
        <>
          Last job
          <Link to="/jobs/$id" params={{ id: last.id }}>
            <StatusLabel status={last.status} />
          </Link>
          <RelativeTime at={last.at} />
        </>
      ) : (
        <span>Pipeline</span>
      )}
    </span>
  )
}

function NoPipeline({ id }: { id: string }) {
  return (
    <Empty
      title="There is no such pipeline"
      action={
        <Link to="/pipelines" className="button">
          All pipelines
        </Link>
      }
    >
      No job has been sent in for a pipeline with the key “{id}”.
    </Empty>
  )
}

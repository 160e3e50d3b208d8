import './job-page.css'
import { Link, useParams } from '@tanstack/react-router'
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts'
import { useLiveQuery } from '../../lib/live/use-live-query.ts'
import { Empty } from '../../ui/empty.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { Page } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { AfterAMoment, SkeletonBar } from '../../ui/skeleton.tsx'
import { StatusLabel } from '../../ui/status.tsx'
import { JobAttempts } from './job-attempts.tsx'
import { JobDetails } from './job-details.tsx'
import { JobFacts } from './job-facts.tsx'
import { JobNeighbours } from './job-neighbours.tsx'
import { JobTimeline } from './job-timeline.tsx'

const JobPageQuery = graphql(`
  query JobPage($id: ID!) {
    job(id: $id) {
      id
      ...JobView
    }
  }
`)

const JobView = graphql(`
  fragment JobView on Job {
    id
    externalId
    status
    ...JobNeighbours
    ...JobTimeline
    ...JobFacts
    ...JobAttempts
    ...JobDetails
  }
`)

/** One job: what happened, when, and what it said about itself. It changes by itself while the job goes on. */
export function JobPage() {
  const { id } = useParams({ from: '/signed-in/jobs/$id' })
  const { data, error, fetching, stale, refetch } = useLiveQuery(JobPageQuery, { id })
  if (data?.job) return <View job={data.job} stale={stale} />
  if (fetching) return <JobSkeleton />
  if (error && !isNotFound(error)) {
    return (
      <Page title="Job">
        <ErrorPanel error={error} onRetry={refetch} />
      </Page>
    )
  }
  return (
    <Page title="Job not found">
      <Empty
        title="There is no such job"
        action={
          <Link to="/jobs" className="button">
            Go to jobs
          </Link>
        }
      >
        Its address may be mistyped, or it may have been deleted. If it is still to be sent in, it appears here by
        itself.
      </Empty>
    </Page>
  )
}

function View({ job, stale }: { job: FragmentType<typeof JobView>; stale: boolean }) {
  const view = readFragment(JobView, job)
  const title = (
    <span className="job-title">
      <span>{view.externalId}</span>
      <StatusLabel status={view.status} />
    </span>
  )
  return (
    <Page title={title} documentTitle={view.externalId} actions={<JobNeighbours job={view} />}>
      <div className="job-panels" data-stale={stale || undefined}>
        <Panel title="Timeline">
          <JobTimeline job={view} />
        </Panel>
        <Panel>
          <JobFacts job={view} />
        </Panel>
        <JobDetails job={view} />
        <JobAttempts job={view} />
      </div>
    </Page>
  )
}

function JobSkeleton() {
  return (
    <Page title={<SkeletonBar width={220} height={20} />} documentTitle="Job">
      <AfterAMoment>
        <div className="job-panels">
          <Panel>
            <SkeletonBar height={20} />
          </Panel>
          <Panel>
            <div className="job-skeleton">
              {Array.from({ length: 8 }, (_, index) => (
                <SkeletonBar key={index} width="70%" height={28} />
              ))}
            </div>
          </Panel>
          <Panel>
            <SkeletonBar height={80} />
          </Panel>
        </div>
      </AfterAMoment>
    </Page>
  )
}

function isNotFound({
  graphQLErrors,
}: {
  graphQLErrors: readonly { extensions?: Record<string, unknown> }[]
}): boolean {
  return graphQLErrors.some(({ extensions }) => extensions?.code === 'NOT_FOUND' || extensions?.code === 'BAD_INPUT')
}

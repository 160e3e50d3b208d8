import { Link } from '@tanstack/react-router'
import type { PipelineHeadQuery } from '../../gql/graphql.ts'
import { Duration } from '../../ui/duration.tsx'
import { Panel } from '../../ui/panel.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { StatusLabel } from '../../ui/status.tsx'

/** A job as the head of the page reads it. */
export type LatestJob = NonNullable<PipelineHeadQuery['pipeline']>['jobs']['nodes'][number]

/** The newest jobs of the pipeline, whatever the range. */
export function LatestJobs({ pipeline, jobs }: { pipeline: string; jobs: readonly LatestJob[] }) {
  return (
    <Panel
      flush
      title="Latest jobs"
      actions={
        <Link to="/jobs" search={{ pipeline: [pipeline] }}>
          All jobs
        </Link>
      }
    >
      <table className="latest-jobs" aria-label="Latest jobs">
        <thead>
          <tr>
            <th scope="col">Status</th>
            <th scope="col">Job</th>
            <th scope="col">Time</th>
            <th scope="col" className="cell-number">
              Queued for
            </th>
            <th scope="col" className="cell-number">
              Ran for
            </th>
          </tr>
        </thead>
        <tbody>
          {jobs.map((job) => (
            <tr key={job.id}>
              <td>
                <StatusLabel status={job.status} />
              </td>
              <td>
                <Link to="/jobs/$id" params={{ id: job.id }} className="pipeline-link" title={job.externalId}>
                  {job.externalId}
                </Link>
              </td>
              <td>
                <RelativeTime at={job.at} />
              </td>
              <td className="cell-number">
                <Duration ms={job.queueMs} since={job.status === 'QUEUED' ? job.queuedAt : null} />
              </td>
              <td className="cell-number">
                <Duration ms={job.durationMs} since={job.status === 'RUNNING' ? job.startedAt : null} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}

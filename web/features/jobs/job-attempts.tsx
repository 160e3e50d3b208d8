import './job-attempts.css'
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts'
import type { JobAttemptsFragment } from '../../gql/graphql.ts'
import { formatTime } from '../../lib/format-time.ts'
import { Duration, Missing } from '../../ui/duration.tsx'
import { Panel } from '../../ui/panel.tsx'
import { StatusLabel } from '../../ui/status.tsx'
import { ErrorText } from './error-text.tsx'

const JobAttemptsParts = graphql(`
  fragment JobAttempts on Job {
    attempts {
      number
      status
      queuedAt
      startedAt
      finishedAt
      queueMs
      durationMs
      error
    }
  }
`)

type Attempt = JobAttemptsFragment['attempts'][number]

/** Every attempt, the newest first, and the errors of the earlier ones. Nothing when there was only one. */
export function JobAttempts({ job }: { job: FragmentType<typeof JobAttemptsParts> }) {
  const attempts = readFragment(JobAttemptsParts, job).attempts.toSorted((a, b) => b.number - a.number)
  if (attempts.length < 2) return null
  const failed = attempts.slice(1).filter(({ error }) => error)
  return (
    <Panel title={`Attempts (${attempts.length})`} flush>
      <p className="table-hint">Scroll sideways for all columns.</p>
      <div className="table-scroll" role="region" aria-label="Attempts" tabIndex={0}>
        <table className="attempts">
          <thead>
            <tr>
              <th scope="col">Attempt</th>
              <th scope="col">Status</th>
              <th scope="col">Queued</th>
              <th scope="col">Started</th>
              <th scope="col">Finished</th>
              <th scope="col" className="number">
                Queued for
              </th>
              <th scope="col" className="number">
                Ran for
              </th>
            </tr>
          </thead>
          <tbody>
            {attempts.map((attempt) => (
              <AttemptRow key={attempt.number} attempt={attempt} />
            ))}
          </tbody>
        </table>
      </div>
      {failed.map(({ number, error }) => (
        <details key={number} className="attempt-error">
          <summary>Error of attempt {number}</summary>
          <ErrorText text={error ?? ''} />
        </details>
      ))}
    </Panel>
  )
}

function AttemptRow({ attempt }: { attempt: Attempt }) {
  const { number, status, queuedAt, startedAt, finishedAt, queueMs, durationMs } = attempt
  return (
    <tr>
      <td className="numeric">{number}</td>
      <td>
        <StatusLabel status={status} />
      </td>
      <td>{moment(queuedAt)}</td>
      <td>{moment(startedAt)}</td>
      <td>{moment(finishedAt)}</td>
      <td className="number">
        <Duration ms={queueMs} since={status === 'QUEUED' ? queuedAt : null} />
      </td>
      <td className="number">
        <Duration ms={durationMs} since={status === 'RUNNING' ? startedAt : null} />
      </td>
    </tr>
  )
}

function moment(at: string | null | undefined) {
  return at ? (
    <time dateTime={at} className="numeric">
      {formatTime(Date.parse(at))}
    </time>
  ) : (
    <Missing />
  )
}

import './job-details.css'
import { Link } from '@tanstack/react-router'
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts'
import { formatNumber } from '../../lib/format.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ErrorText } from './error-text.tsx'

const JobDetailsParts = graphql(`
  fragment JobDetails on Job {
    error
    labels {
      name
      value
    }
    metrics {
      name
      value
    }
  }
`)

/** The error, the labels and the metrics of a job: what it told about itself. */
export function JobDetails({ job }: { job: FragmentType<typeof JobDetailsParts> }) {
  const { error, labels, metrics } = readFragment(JobDetailsParts, job)
  return (
    <>
      {error ? (
        <Panel title="Error" actions={<CopyButton text={error} label="Copy error" />}>
          <ErrorText text={error} />
        </Panel>
      ) : null}
      <div className="job-details">
        <Panel title="Labels">
          {labels.length === 0 ? <p className="muted">No labels.</p> : null}
          <ul className="job-labels">
            {labels.map(({ name, value }) => (
              <li key={name}>
                <Link
                  to="/jobs"
                  search={{ label: [`${name}=${value}`] }}
                  className="job-label"
                  title={`All jobs with ${name}=${value}`}
                >
                  <span className="muted">{name}</span> {value}
                </Link>
              </li>
            ))}
          </ul>
        </Panel>
        <Panel title="Metrics">
          {metrics.length === 0 ? <p className="muted">No metrics.</p> : null}
          <dl className="job-metrics">
            {metrics.map(({ name, value }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd className="numeric">{formatNumber(value)}</dd>
              </div>
            ))}
          </dl>
        </Panel>
      </div>
    </>
  )
}

import './job-facts.css'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts'
import { formatMoney } from '../../lib/format.ts'
import { formatTime } from '../../lib/format-time.ts'
import { Duration, Missing } from '../../ui/duration.tsx'

const JobFactsParts = graphql(`
  fragment JobFacts on Job {
    status
    queuedAt
    startedAt
    finishedAt
    queueMs
    durationMs
    trigger
    attempt
    cost {
      amount
      currency
    }
    pipeline {
      id
      name
    }
  }
`)

/** What is known of the job, each by its name. Times are in the viewer's zone, which is named. */
export function JobFacts({ job }: { job: FragmentType<typeof JobFactsParts> }) {
  const facts = readFragment(JobFactsParts, job)
  const { status, cost, pipeline } = facts
  return (
    <dl className="facts">
      <Fact name="Pipeline">
        <Link to="/pipelines/$id" params={{ id: pipeline.id }}>
          {pipeline.name}
        </Link>
      </Fact>
      <Fact name="Queued">{moment(facts.queuedAt)}</Fact>
      <Fact name="Started">{moment(facts.startedAt)}</Fact>
      <Fact name="Finished">{moment(facts.finishedAt)}</Fact>
      <Fact name="Queued for">
        <Duration ms={facts.queueMs} since={status === 'QUEUED' ? facts.queuedAt : null} />
      </Fact>
      <Fact name="Ran for">
        <Duration ms={facts.durationMs} since={status === 'RUNNING' ? facts.startedAt : null} />
      </Fact>
      <Fact name="Trigger">{facts.trigger ?? <Missing />}</Fact>
      <Fact name="Cost">
        {cost ? (
          <span title={`${cost.amount} ${cost.currency}`}>{formatMoney(cost.amount, cost.currency)}</span>
        ) : (
          <Missing />
        )}
      </Fact>
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function moment(at: string | null | undefined): ReactNode {
  if (!at) return <Missing />
  return (
    <time dateTime={at} className="fact-time">
      {formatTime(Date.parse(at))}
    </time>
  )
}

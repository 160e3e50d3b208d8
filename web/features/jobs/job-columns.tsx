import { Link } from '@tanstack/react-router'
import { createColumnHelper, tableFeatures } from '@tanstack/react-table'
import { graphql } from '../../gql/index.ts'
import type { JobRowFragment } from '../../gql/graphql.ts'
import { formatMoney } from '../../lib/format.ts'
import { Duration, Missing } from '../../ui/duration.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { StatusLabel } from '../../ui/status.tsx'

/** What a row of the list shows. */
export const JobRow = graphql(`
  fragment JobRow on Job {
    id
    externalId
    status
    at
    queuedAt
    startedAt
    queueMs
    durationMs
    trigger
    changedAt
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

/** Sorting, filtering and paging are the server's, so the table needs none of its optional parts. */
export const jobTableFeatures = tableFeatures({})
const column = createColumnHelper<typeof jobTableFeatures, JobRowFragment>()

/** The columns of the list, in their order. Their ids are also the names of their classes in `jobs-table.css`. */
export const jobColumns = column.columns([
  column.display({ id: 'status', header: 'Status', cell: ({ row }) => <StatusLabel status={row.original.status} /> }),
  column.display({
    id: 'pipeline',
    header: 'Pipeline',
    cell: ({ row: { original: job } }) => (
      <Link to="/pipelines/$id" params={{ id: job.pipeline.id }} className="quiet-link" title={job.pipeline.name}>
        {job.pipeline.name}
      </Link>
    ),
  }),
  column.display({
    id: 'external-id',
    header: 'Job',
    cell: ({ row: { original: job } }) => (
      <Link to="/jobs/$id" params={{ id: job.id }} className="row-link" title={job.externalId}>
        {job.externalId}
      </Link>
    ),
  }),
  column.display({ id: 'time', header: 'Time', cell: ({ row }) => <RelativeTime at={row.original.at} /> }),
  column.display({ id: 'queue', header: 'Queued for', cell: ({ row }) => <QueueTime job={row.original} /> }),
  column.display({ id: 'run', header: 'Ran for', cell: ({ row }) => <RunTime job={row.original} /> }),
  column.display({
    id: 'trigger',
    header: 'Trigger',
    cell: ({ row }) =>
      row.original.trigger ? <span title={row.original.trigger}>{row.original.trigger}</span> : <Missing />,
  }),
  column.display({ id: 'cost', header: 'Cost', cell: ({ row }) => <Cost job={row.original} /> }),
])

function QueueTime({ job }: { job: JobRowFragment }) {
  return <Duration ms={job.queueMs} since={job.status === 'QUEUED' ? job.queuedAt : null} />
}

function RunTime({ job }: { job: JobRowFragment }) {
  return <Duration ms={job.durationMs} since={job.status === 'RUNNING' ? job.startedAt : null} />
}

function Cost({ job: { cost } }: { job: JobRowFragment }) {
  if (!cost) return <Missing />
  const words = formatMoney(cost.amount, cost.currency)
  return (
    <span className="numeric" title={words}>
      {words}
    </span>
  )
}

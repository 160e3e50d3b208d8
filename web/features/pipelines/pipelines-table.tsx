import './pipelines.css'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Sparkline } from '../../charts/index.ts'
import { formatCompact, formatCount, formatNumber, formatPercent } from '../../lib/format.ts'
import type { RangeSearch } from '../../lib/range.ts'
import { Duration, Missing } from '../../ui/duration.tsx'
import { Icon } from '../../ui/icon.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { StatusLabel } from '../../ui/status.tsx'
import type { PipelineRow } from './pipelines-shape.ts'
import type { Order, SortColumn } from './sort-rows.ts'

interface PipelinesTableProps {
  rows: readonly PipelineRow[]
  order: Order
  onSort: (by: SortColumn) => void
  /** The range in words, for the headings of what depends on it. */
  rangeWords: string
  /** The range goes along to the page of a pipeline. */
  linkSearch: RangeSearch
  /** The rows answer an earlier question: dimmed until the new answer comes. */
  stale: boolean
}

/** The list itself; a card per pipeline on a phone. */
export function PipelinesTable({ rows, order, onSort, rangeWords, linkSearch, stale }: PipelinesTableProps) {
  const heading = { order, onSort }
  return (
    <table
      className="table pipelines-table"
      data-stale={stale || undefined}
      aria-label={`Pipelines, ${rangeWords}`}
      role="table"
    >
      <thead role="rowgroup">
        <tr role="row">
          <Heading by="name" {...heading}>
            Pipeline
          </Heading>
          <Heading by="last" {...heading}>
            Last job
          </Heading>
          <th scope="col" role="columnheader" className="cell-spark">
            Jobs over time
          </th>
          <Heading by="jobs" numeric {...heading}>
            Jobs
          </Heading>
          <Heading by="failures" numeric {...heading}>
            Failure rate
          </Heading>
          <Heading by="run" numeric {...heading}>
            p95 duration
          </Heading>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <Row key={row.id} row={row} linkSearch={linkSearch} />
        ))}
      </tbody>
    </table>
  )
}

interface HeadingProps {
  by: SortColumn
  order: Order
  onSort: (by: SortColumn) => void
  numeric?: boolean
  children: ReactNode
}

function Heading({ by, order, onSort, numeric = false, children }: HeadingProps) {
  const active = order.by === by
  const up = order.direction === 'asc'
  return (
    <th
      scope="col"
      role="columnheader"
      className={numeric ? `cell-${by} cell-number` : `cell-${by}`}
      aria-sort={active ? (up ? 'ascending' : 'descending') : undefined}
    >
      <button type="button" className="heading-button" onClick={() => onSort(by)}>
        {children}
        {active ? <Icon name={up ? 'arrowUp' : 'arrowDown'} /> : null}
      </button>
    </th>
  )
}

function Row({ row, linkSearch }: { row: PipelineRow; linkSearch: RangeSearch }) {
  return (
    <tr role="row">
      <td role="cell" className="cell-name">
        <Link
          to="/pipelines/$id"
          params={{ id: row.id }}
          search={linkSearch}
          className="pipeline-link"
          title={row.name}
        >
          {row.name}
        </Link>
      </td>
      <td role="cell" className="cell-last">
        <LastJob row={row} />
      </td>
      <td role="cell" className="cell-spark">
        <Sparkline points={row.spark} label={sparkWords(row)} width={240} height={24} />
      </td>
      <td role="cell" className="cell-jobs cell-number">
        <span className="numeric" title={formatCount(row.jobs, 'job')}>
          {formatCompact(row.jobs)}
        </span>
        <span className="card-only"> {row.jobs === 1 ? 'job' : 'jobs'}</span>
      </td>
      <td role="cell" className="cell-failures cell-number">
        <FailureRate rate={row.failureRate} />
        {row.failureRate === null ? null : <span className="card-only"> failed</span>}
      </td>
      <td role="cell" className="cell-run cell-number">
        <Duration ms={row.durationP95} />
      </td>
    </tr>
  )
}

function LastJob({ row: { lastJob } }: { row: PipelineRow }) {
  if (!lastJob) return <span className="muted">No jobs</span>
  return (
    <Link to="/jobs/$id" params={{ id: lastJob.id }} className="last-job">
      <StatusLabel status={lastJob.status} />
      <span className="muted">
        <RelativeTime at={lastJob.at} />
      </span>
    </Link>
  )
}

function FailureRate({ rate }: { rate: number | null }) {
  if (rate === null) return <Missing />
  return <span className={rate > 0 ? 'numeric failing' : 'numeric'}>{formatPercent(rate)}</span>
}

function sparkWords({ spark, jobs }: PipelineRow): string {
  const failed = spark.reduce((sum, point) => sum + (point.failed ?? 0), 0)
  return `${formatCount(jobs, 'job')}, ${formatNumber(failed)} of them failed or timed out`
}

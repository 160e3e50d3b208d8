import type { ChartData, ChartSeries } from '../../charts/index.ts'
import type { PipelineMetricsQuery } from '../../gql/graphql.ts'
import { granularityMs, granularityOfSteps, type Granularity } from '../../lib/granularity.ts'
import type { Span } from '../../lib/range.ts'
import type { Status } from '../../ui/status.tsx'

/** The three charts of the page. */
export interface PipelineCharts {
  byStatus: ChartData
  failureRate: ChartData
  durations: ChartData
  /** The range that the server counted. */
  range: Span
}

type Answered = PipelineMetricsQuery['series'][number]

/** From the foot of the stack up: what went wrong stands on the ground line, where heights can be compared. */
const statusSeries: readonly { measure: string; status: Status; label: string }[] = [
  { measure: 'failed', status: 'FAILED', label: 'Failed' },
  { measure: 'timed_out', status: 'TIMED_OUT', label: 'Timed out' },
  { measure: 'cancelled', status: 'CANCELLED', label: 'Cancelled' },
  { measure: 'succeeded', status: 'SUCCEEDED', label: 'Succeeded' },
  { measure: 'running', status: 'RUNNING', label: 'Running' },
  { measure: 'queued', status: 'QUEUED', label: 'Queued' },
]

const durationSeries = [
  { measure: 'duration_p50', label: 'Duration p50' },
  { measure: 'duration_p95', label: 'Duration p95' },
  { measure: 'queue_p95', label: 'Queue time p95' },
] as const

/**
 * The answer as charts. Null when it has no buckets at all. Statuses that never occur are left out of the stack.
 *
 * @param asked how long a bucket was asked to be; the answer may still be that to an earlier question, and then its steps tell
 * @param isOpen the range goes on: its last bucket is then shown, and opened, to its own end
 */
export function shapeCharts(answer: readonly Answered[], asked: Granularity, isOpen: boolean): PipelineCharts | null {
  const [first] = answer
  const lastPoint = first?.points.at(-1)
  if (!first || !lastPoint) return null
  const every = granularityOfSteps(first.points.map(({ at }) => Date.parse(at))) ?? asked
  const bucketEnd = Date.parse(lastPoint.at) + granularityMs[every]
  const end = Date.parse(first.to)
  const to = new Date(isOpen ? Math.max(end, bucketEnd) : end).toISOString()
  const chart = (series: ChartSeries[]): ChartData => ({ series, every, to, timezone: first.timezone })
  const find = (measure: string): Answered[] => answer.filter((one) => one.measure === measure)

  const statuses = statusSeries.flatMap(({ measure, status, label }) =>
    find(measure).map((one) => ({ ...seriesOf(one, label), id: status, status })),
  )
  const occurring = statuses.filter(({ points }) => points.some(({ value }) => value !== null && value > 0))
  const durations = durationSeries.flatMap(({ measure, label }, place) =>
    find(measure).map((one) => ({ ...seriesOf(one, label), place })),
  )
  const rates = find('failure_rate').map((one) => ({ ...seriesOf(one, 'Failure rate'), status: 'FAILED' as const }))
  return {
    byStatus: chart(occurring.length > 0 ? occurring : statuses.filter(({ status }) => status === 'SUCCEEDED')),
    failureRate: chart(rates),
    durations: chart(durations),
    range: { from: Date.parse(first.from), to: Date.parse(to) },
  }
}

function seriesOf({ id, unit, points }: Answered, label: string): ChartSeries {
  return { id, label, unit, points: points.map(({ at, value, complete }) => ({ at, value: value ?? null, complete })) }
}

/** The part of a bucket that lies within the range: the first and the last may stick out of it. */
export function withinRange(bucket: Span, range: Span): Span {
  return { from: Math.max(bucket.from, range.from), to: Math.min(bucket.to, range.to) }
}

import { graphql } from '../../gql/index.ts'
import type { FilterInput, PipelineMetricsQueryVariables } from '../../gql/graphql.ts'
import type { PageRange } from './use-page-range.ts'

/** What the head of the page and its list of jobs show. */
export const PipelineHead = graphql(`
  query PipelineHead($id: ID!) {
    pipeline(id: $id) {
      id
      name
      createdAt
      jobs(first: 10) {
        nodes {
          id
          externalId
          status
          at
          queuedAt
          startedAt
          queueMs
          durationMs
        }
      }
    }
  }
`)

/** The big numbers and all charts, in one question. */
export const PipelineMetrics = graphql(`
  query PipelineMetrics($totals: MetricQuery!, $series: MetricQuery!) {
    totals: table(query: $totals) {
      columns {
        name
      }
      rows
    }
    series(query: $series) {
      id
      measure
      unit
      from
      to
      timezone
      points {
        at
        value
        complete
      }
    }
  }
`)

/** What the charts show. */
export const chartMeasures = [
  'failed',
  'timed_out',
  'cancelled',
  'succeeded',
  'running',
  'queued',
  'failure_rate',
  'duration_p50',
  'duration_p95',
  'queue_p95',
] as const

/** What to ask for a pipeline and a range. */
export function pipelineVariables(
  id: string,
  { input, every, timezone }: Pick<PageRange, 'input' | 'every' | 'timezone'>,
): PipelineMetricsQueryVariables {
  const filters: FilterInput[] = [{ dimension: 'pipeline', op: 'IN', values: [id] }]
  const base = { dataset: 'jobs', filters, range: input, timezone }
  return {
    totals: {
      ...base,
      measures: ['count', 'failure_rate', 'duration_p50', 'duration_p95'],
      compare: 'PREVIOUS_PERIOD',
    },
    series: { ...base, measures: [...chartMeasures], every },
  }
}

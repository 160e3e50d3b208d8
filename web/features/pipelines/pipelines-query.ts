import { graphql } from '../../gql/index.ts'
import type { PipelinesPageQueryVariables } from '../../gql/graphql.ts'
import { viewerZone } from '../../lib/format-time.ts'
import type { PageRange } from './use-page-range.ts'

/** Most pipelines that the list shows; beyond that the search narrows it down. */
export const mostPipelines = 500

/** The list in one question: the pipelines, their totals, their bars, and the axis of the bars. However many pipelines there are. */
export const PipelinesPage = graphql(`
  query PipelinesPage(
    $filter: PipelineFilter
    $first: Int!
    $totals: MetricQuery!
    $buckets: MetricQuery!
    $axis: MetricQuery!
  ) {
    pipelines(filter: $filter, first: $first) {
      totalCount
      nodes {
        id
        name
        lastJob {
          id
          status
          at
        }
      }
    }
    totals: table(query: $totals) {
      columns {
        name
      }
      rows
    }
    buckets: table(query: $buckets) {
      columns {
        name
      }
      rows
      truncated
    }
    axis: series(query: $axis) {
      id
      points {
        at
      }
    }
  }
`)

const mostRows = 50_000

/** What to ask for a search text and a range. */
export function pipelinesVariables(
  text: string | undefined,
  { input, every }: Pick<PageRange, 'input' | 'every'>,
): PipelinesPageQueryVariables {
  const base = { dataset: 'jobs', range: input, timezone: viewerZone }
  return {
    filter: text === undefined ? null : { text },
    first: mostPipelines,
    totals: { ...base, measures: ['count', 'failure_rate', 'duration_p95'], dimensions: ['pipeline'], limit: mostRows },
    buckets: { ...base, measures: ['count', 'failed', 'timed_out'], dimensions: ['pipeline'], every, limit: mostRows },
    axis: { ...base, measures: ['count'], every },
  }
}

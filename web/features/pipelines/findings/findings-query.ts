import { graphql } from '../../../gql/index.ts'
import type { PipelineFindingsQueryVariables } from '../../../gql/graphql.ts'
import { granularityMs } from '../../../lib/granularity.ts'
import type { FindingName } from '../search.ts'
import type { PageRange } from '../use-page-range.ts'

/** What was found in the series of a pipeline. Analyses that are not shown are not asked for: they cost the server time. */
export const PipelineFindings = graphql(`
  query PipelineFindings(
    $series: MetricQuery!
    $band: Boolean!
    $anomalies: Boolean!
    $changes: Boolean!
    $trend: Boolean!
    $forecast: Boolean!
    $horizon: Int!
  ) {
    series(query: $series) {
      id
      measure
      unit
      from
      to
      points {
        at
        value
      }
      band @include(if: $band) {
        found {
          at
          expected
          lower
          upper
        }
        reason
      }
      anomalies @include(if: $anomalies) {
        found {
          from
          to
          at
          direction
          method
          actual
          expected
          lower
          upper
        }
        reason
      }
      changePoints @include(if: $changes) {
        found {
          at
          kind
          before
          after
          relativeChange
        }
        reason
      }
      trend @include(if: $trend) {
        found {
          direction
          slope
          from
          to
        }
        reason
      }
      forecast(horizon: $horizon) @include(if: $forecast) {
        found {
          level
          points {
            at
            value
            lower
            upper
          }
        }
        reason
      }
    }
  }
`)

/** The measures that are analysed, in the order in which they are told. */
export const analysedMeasures = ['count', 'failure_rate', 'duration_p95'] as const

/** One of them. */
export type AnalysedMeasure = (typeof analysedMeasures)[number]

/** What to ask. A forecast looks ahead by a quarter of the range: further out its band says little. */
export function findingsVariables(
  pipeline: string,
  { input, span, every, timezone }: Pick<PageRange, 'input' | 'span' | 'every' | 'timezone'>,
  shown: readonly FindingName[],
): PipelineFindingsQueryVariables {
  const buckets = (span.to - span.from) / granularityMs[every]
  return {
    series: {
      dataset: 'jobs',
      filters: [{ dimension: 'pipeline', op: 'IN', values: [pipeline] }],
      range: input,
      timezone,
      measures: [...analysedMeasures],
      every,
    },
    band: shown.includes('band'),
    anomalies: shown.includes('anomalies'),
    changes: shown.includes('changes'),
    trend: shown.includes('trend'),
    forecast: shown.includes('forecast'),
    horizon: Math.max(4, Math.round(buckets / 4)),
  }
}

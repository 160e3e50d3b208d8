import { useNavigate } from '@tanstack/react-router'
import { useMemo, useRef, useState } from 'react'
import { LineChart } from '../../charts/index.ts'
import { graphql } from '../../gql/index.ts'
import type { InsightCardFragment } from '../../gql/graphql.ts'
import { spanInput } from '../../lib/range-span.ts'
import { useLiveQuery } from '../../lib/live/use-live-query.ts'
import { Button } from '../../ui/button.tsx'
import { AfterAMoment } from '../../ui/skeleton.tsx'
import { shapeInsightChart, type InsightSeries } from './insight-chart-shape.ts'
import { jobsBehind } from './insight-links.ts'
import { InsightChartSkeleton } from './insights-skeleton.tsx'
import { useSeen } from '../../lib/use-seen.ts'

const InsightChartDocument = graphql(`
  query InsightChart($id: ID!, $withBand: Boolean!) {
    insight(id: $id) {
      id
      series {
        id
        unit
        to
        timezone
        points {
          at
          value
          complete
        }
        band @include(if: $withBand) {
          found {
            at
            lower
            upper
          }
        }
      }
    }
  }
`)

// New jobs change little of what was found: it follows the scans, calmly.
const intervalMs = 5_000

/** The series around an insight, with the insight drawn over it. It is asked for when it comes into sight. */
export function InsightChart({ insight }: { insight: InsightCardFragment }) {
  const host = useRef<HTMLDivElement>(null)
  const isSeen = useSeen(host)
  const { data, error, fetching, refetch } = useLiveQuery(
    InsightChartDocument,
    { id: insight.id, withBand: insight.kind === 'ANOMALY' },
    { dataset: 'insights', pause: !isSeen, intervalMs },
  )
  const series = data?.insight?.series[0]
  return (
    <div className="insight-chart" ref={host}>
      {series ? (
        <Chart insight={insight} series={series} />
      ) : error && !fetching ? (
        <p className="insight-chart-note" role="alert">
          The chart could not be read. <Button onPress={refetch}>Try again</Button>
        </p>
      ) : data ? (
        <p className="insight-chart-note muted">The pipeline has no jobs there any more.</p>
      ) : (
        <AfterAMoment>
          <InsightChartSkeleton />
        </AfterAMoment>
      )}
    </div>
  )
}

function Chart({ insight, series }: { insight: InsightCardFragment; series: InsightSeries }) {
  const [cursor, setCursor] = useState<number | null>(null)
  const navigate = useNavigate()
  const data = useMemo(() => shapeInsightChart(insight, series), [insight, series])
  return (
    <LineChart
      data={data}
      options={{ title: insight.title, caption: insight.currency ?? undefined }}
      cursor={cursor}
      onCursor={setCursor}
      openHint="Click or Enter opens these jobs"
      onOpen={(bucket) =>
        void navigate({ to: '/jobs', search: { ...jobsBehind(insight, bucket.to), ...spanInput(bucket) } })
      }
    />
  )
}

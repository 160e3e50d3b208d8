import { shortValue, type ChartData, type ChartOverlays } from '../../charts/index.ts'
import type { InsightCardFragment, InsightChartQuery } from '../../gql/graphql.ts'
import { formatChange } from '../../lib/format.ts'
import { granularityMs, granularityOfSteps } from '../../lib/granularity.ts'

/** The series around an insight, as GraphQL answers it. */
export type InsightSeries = NonNullable<InsightChartQuery['insight']>['series'][number]

/** What of an insight is drawn over its series. */
export type DrawnInsight = Pick<
  InsightCardFragment,
  'kind' | 'title' | 'unit' | 'startedAt' | 'endedAt' | 'expected' | 'actual' | 'baselineFrom' | 'baselineTo'
>

/** The series with the insight drawn over it. */
export function shapeInsightChart(insight: DrawnInsight, series: InsightSeries): ChartData {
  const starts = series.points.map(({ at }) => Date.parse(at))
  const every = granularityOfSteps(starts) ?? 'DAY'
  const end = Math.max(Date.parse(series.to), (starts.at(-1) ?? 0) + granularityMs[every])
  return {
    series: [
      {
        id: series.id,
        label: insight.title,
        unit: series.unit,
        points: series.points.map(({ at, value, complete }) => ({ at, value: value ?? null, complete })),
      },
    ],
    every,
    to: new Date(end).toISOString(),
    timezone: series.timezone,
    overlays: overlaysOf[insight.kind](insight, series),
  }
}

const overlaysOf: Readonly<
  Record<DrawnInsight['kind'], (insight: DrawnInsight, series: InsightSeries) => ChartOverlays>
> = {
  ANOMALY({ startedAt, endedAt, expected, actual, unit }, { points, to, band }) {
    const end = endedAt ?? to
    const [farthest] = points
      .flatMap(({ at, value }) => (value == null || at < startedAt || at >= end ? [] : [{ at, value }]))
      .toSorted((a, b) => Math.abs(a.value - actual) - Math.abs(b.value - actual))
    const label = shortValue(actual, unit)
    const usual = band?.found?.map(({ at, lower, upper }) => ({ at, lower: Math.max(0, lower), upper }))
    return {
      marks: farthest
        ? [
            {
              ...farthest,
              from: startedAt,
              to: end,
              side: actual > expected ? 'above' : 'below',
              label,
              text: `Event: ${label}, ${shortValue(expected, unit)} expected`,
            },
          ]
        : [],
      ...(usual && { bands: [{ label: 'Usual', look: 'soft', points: usual }] }),
    }
  },

  CHANGE_POINT({ startedAt, baselineFrom, expected, actual, unit }, { points, to }) {
    const [before, after] = [shortValue(expected, unit), shortValue(actual, unit)]
    const level = (label: string, value: number, [from, until]: readonly [string, string]) => ({
      label,
      dash: 'long' as const,
      points: points.filter(({ at }) => at >= from && at < until).map(({ at }) => ({ at, value })),
      text: shortValue(value, unit),
    })
    const isRelative = expected !== 0 && unit !== 'RATIO'
    return {
      changes: [
        {
          at: startedAt,
          label: isRelative ? formatChange(actual / expected - 1) : `${before} → ${after}`,
          text: `from ${before} to ${after}`,
        },
      ],
      lines: [
        level('Median before', expected, [baselineFrom, startedAt]),
        level('Median after', actual, [startedAt, to]),
      ],
    }
  },

  TREND({ baselineFrom, baselineTo, expected, actual, unit }, { points }) {
    const part = points.filter(({ at }) => at >= baselineFrom && at < baselineTo)
    const step = (actual - expected) / Math.max(1, part.length - 1)
    const line = part.map(({ at }, index) => ({ at, value: Math.max(0, expected + step * index) }))
    const text = `from ${shortValue(expected, unit)} to ${shortValue(actual, unit)}`
    return { lines: [{ label: 'Trend', dash: 'long', points: line, text }] }
  },
}

import { AVERAGE_MS } from '../../lib/average-length.ts'
import { builder } from '../../schema/builder.ts'
import { type Context, reachFor } from '../../schema/context.ts'
import { answerSeries, type MetricQuery, SeriesRef } from '../metrics/index.ts'
import { Insight } from './insight.ts'
import type { InsightRow } from './queries/insights.ts'
import { WATCHES } from './watches.ts'

builder.objectFields(Insight, (t) => ({
  series: t.field({
    type: [SeriesRef],
    description:
      'The series that it was found in, around it: one, or none when the pipeline has no jobs there any more.',
    resolve: seriesOf,
  }),
}))

/** As long as the scan looks back, or from its baseline on, until a third of that has passed since it ended. */
function seriesOf(insight: InsightRow, _args: unknown, context: Context) {
  const reach = reachFor('metrics.read', context)
  const { pipeline, measure, currency, every, startedAt, endedAt, baselineFrom } = insight
  const now = context.now()
  const { buckets } = WATCHES.find((watch) => watch.every === every)!
  const length = buckets * AVERAGE_MS[every]
  const to = Math.min(now.getTime(), (endedAt ?? now).getTime() + length / 3)
  const from = Math.max(Math.min(baselineFrom.getTime(), to - length), startedAt.getTime() - length)
  const query: MetricQuery = {
    ...{ dataset: 'jobs', measures: [measure], dimensions: currency ? ['pipeline', 'currency'] : ['pipeline'], every },
    filters: [
      { dimension: 'pipeline', values: [pipeline] },
      ...(currency ? [{ dimension: 'currency', values: [currency] }] : []),
    ],
    range: { from: new Date(from), to: new Date(to) },
  }
  return answerSeries(context, { query, reach, now })
}

import { builder } from '../../schema/builder.ts'
import { reachFor } from '../../schema/context.ts'
import { watchRows } from '../live/index.ts'
import { Insight } from './insight.ts'
import { InsightFilterInput, readInsightFilter } from './insight-filter.ts'
import { findInsights, type InsightRow } from './queries/insights.ts'

builder.subscriptionField('insightChanged', (t) =>
  t.field({
    type: Insight,
    description:
      'Each insight that is new or changed, from now on, while the filter keeps it: also when somebody says something to it. It ends ' +
      'with the error TOO_MANY_CHANGES when more change at once than can be told one by one: ask for `insights` again, and subscribe anew.',
    args: { filter: t.arg({ type: InsightFilterInput, description: 'Which. Default: all that nobody put aside.' }) },
    subscribe(_root, { filter }, { sql, now, changes, ...context }) {
      const reach = reachFor('metrics.read', context)
      // A filter that can never be answered is refused now, not at the first change.
      readInsightFilter(filter, now())
      return watchRows<InsightRow>(changes, {
        organizationId: reach.organizationId,
        dataset: 'insights',
        key: JSON.stringify([reach, filter]),
        find: ({ ids }) => findInsights(sql, reach, ids, readInsightFilter(filter, now())),
        advice: 'Ask for "insights" again, and subscribe anew.',
      })
    },
    resolve(change) {
      if (change instanceof Error) throw change
      return change
    },
  }),
)

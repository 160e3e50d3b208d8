import DataLoader from 'dataloader'
import { type Context, perRequest, reachFor } from '../../schema/context.ts'
import { type FeedbackRow, selectFeedback } from './queries/feedback.ts'

/** What people say to an insight: one statement for a page of them. It remembers nothing, as a request may change it and go on. */
export const feedbackOf = perRequest(
  (context: Context) =>
    new DataLoader<string, FeedbackRow[]>(
      async (ids) => {
        const { organizationId } = reachFor('metrics.read', context)
        const byInsight = Map.groupBy(await selectFeedback(context.sql, organizationId, ids), (row) => row.insightId)
        return ids.map((id) => byInsight.get(id) ?? [])
      },
      { cache: false },
    ),
)

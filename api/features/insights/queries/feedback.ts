import type { Sql } from '../../../db/client.ts'
import { type Reach, withinPipelines } from '../../../db/reach.ts'
import type { InsightKind } from '../watches.ts'

/** All SQL about what people say to insights. */

export interface FeedbackRow {
  insightId: string
  userId: number
  /** Name of the person. */
  name: string
  useful: boolean | null
  comment: string | null
  givenAt: Date
}

/** What people said to these insights, the first word first. Who said nothing, or took it back, is left out. */
export function selectFeedback(sql: Sql, organizationId: number, ids: readonly string[]): Promise<FeedbackRow[]> {
  return sql<FeedbackRow[]>`
    select insight_id, user_id, users.name, useful, comment, given_at
    from insight_feedback join users on users.id = user_id
    where organization_id = ${organizationId} and insight_id = any(${[...ids]}::uuid[])
      and (useful is not null or comment is not null)
    order by given_at, user_id`
}

/** What one person says to an insight, in place of what they said before. */
export async function upsertFeedback(
  sql: Sql,
  organizationId: number,
  { insightId, userId, useful, comment, givenAt }: Omit<FeedbackRow, 'name'>,
): Promise<void> {
  await sql`
    insert into insight_feedback (organization_id, insight_id, user_id, useful, comment, given_at)
    values (${organizationId}, ${insightId}::uuid, ${userId}, ${useful}, ${comment}, ${givenAt})
    on conflict (organization_id, insight_id, user_id)
      do update set useful = excluded.useful, comment = excluded.comment, given_at = excluded.given_at`
}

/** Puts an insight aside for everyone, or, without a moment, back. */
export async function updateDismissed(
  sql: Sql,
  organizationId: number,
  { id, at, by }: { id: string; at: Date | null; by: string | null },
): Promise<void> {
  await sql`
    update insights set dismissed_at = ${at}, dismissed_by = ${by}
    where organization_id = ${organizationId} and id = ${id}::uuid`
}

/** How the insights of one method do. */
export interface MethodRow {
  kind: InsightKind
  method: string
  found: number
  useful: number
  notUseful: number
  dismissed: number
}

/** What people said, counted by method: words of people, and insights that were found and put aside. */
export function countByMethod(sql: Sql, reach: Reach): Promise<MethodRow[]> {
  const { organizationId } = reach
  return sql<MethodRow[]>`
    select kind, method, count(*)::int as found, count(dismissed_at)::int as dismissed,
           coalesce(sum(said.useful), 0)::int as useful, coalesce(sum(said.not_useful), 0)::int as not_useful
    from insights as i
    left join (
      select insight_id, count(*) filter (where useful) as useful, count(*) filter (where not useful) as not_useful
      from insight_feedback where organization_id = ${organizationId} group by insight_id
    ) as said on said.insight_id = i.id
    where i.organization_id = ${organizationId} and ${withinPipelines(sql, reach, sql`i.pipeline_id`)}
    group by kind, method
    order by kind, method`
}

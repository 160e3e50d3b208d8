import type { Fragment, Sql } from '../../../db/client.ts'
import { type Reach, withinPipelines } from '../../../db/reach.ts'
import type { Contributor } from '../../causes/index.ts'
import type { Draft } from '../draft.ts'
import type { InsightState, Known } from '../match-drafts.ts'
import type { InsightKind } from '../watches.ts'

/** All SQL about insights. What people say to them stands beside it. */

/** An insight as it is stored. */
export interface InsightRow extends Draft {
  id: string
  pipelineName: string
  state: InsightState
  contributors: Contributor[]
  foundAt: Date
  changedAt: Date
  dismissedAt: Date | null
  dismissedBy: string | null
}

/** Which insights. Null: not filtered by. */
export interface InsightConditions {
  kinds: readonly InsightKind[] | null
  states: readonly InsightState[] | null
  pipelines: readonly string[] | null
  measures: readonly string[] | null
  leastConfidence: number | null
  dismissed: boolean | null
  from: Date | null
  to: Date | null
}

/** Place of an insight in the list. */
export type InsightPlace = Pick<InsightRow, 'startedAt' | 'id'>

/** Which insights, and which part of their list. */
export interface InsightRequest {
  conditions: InsightConditions
  /** Only those that come after this place, reading from the latest to the earliest, and before that one. */
  after: InsightPlace | null
  before: InsightPlace | null
  /** True: read from the earliest, earliest first. */
  backward: boolean
  limit: number
}

/** A part of the list of insights, those that began last first. */
export function listInsights(sql: Sql, reach: Reach, request: InsightRequest): Promise<InsightRow[]> {
  const { conditions, after, before, backward, limit } = request
  return sql<InsightRow[]>`
    select ${columns(sql)}
    from insights as i join pipelines as p on p.organization_id = i.organization_id and p.id = i.pipeline_id
    where ${matching(sql, reach, conditions)}
      ${after === null ? sql`` : sql`and (i.started_at, i.id) < (${after.startedAt}, ${after.id}::uuid)`}
      ${before === null ? sql`` : sql`and (i.started_at, i.id) > (${before.startedAt}, ${before.id}::uuid)`}
    order by ${backward ? sql`i.started_at, i.id` : sql`i.started_at desc, i.id desc`}
    limit ${limit}`
}

export async function countInsights(sql: Sql, reach: Reach, conditions: InsightConditions): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count
    from insights as i join pipelines as p on p.organization_id = i.organization_id and p.id = i.pipeline_id
    where ${matching(sql, reach, conditions)}`
  return row!.count
}

/** Those of these ids that meet the conditions, in no order. */
export function findInsights(
  sql: Sql,
  reach: Reach,
  ids: readonly string[],
  conditions: InsightConditions = ANY,
): Promise<InsightRow[]> {
  return sql<InsightRow[]>`
    select ${columns(sql)}
    from insights as i join pipelines as p on p.organization_id = i.organization_id and p.id = i.pipeline_id
    where ${matching(sql, reach, conditions)} and i.id = any(${[...ids]}::uuid[])`
}

/** All insights, whatever they are about. */
export const ANY: InsightConditions = {
  ...{ kinds: null, states: null, pipelines: null, measures: null },
  ...{ leastConfidence: null, dismissed: null, from: null, to: null },
}

function columns(sql: Sql): Fragment {
  return sql`i.id, p.key as pipeline, p.name as pipeline_name, kind, direction, measure, title, unit, currency, every,
    started_at, ended_at, state, expected, actual, lower, upper, baseline_from, baseline_to, method, p_value, q_value,
    confidence, sentence, contributors, found_at, changed_at, dismissed_at, dismissed_by`
}

function matching(sql: Sql, reach: Reach, conditions: InsightConditions): Fragment {
  const { kinds, states, pipelines, measures, leastConfidence, dismissed, from, to } = conditions
  return sql`i.organization_id = ${reach.organizationId} and ${withinPipelines(sql, reach, sql`i.pipeline_id`)}
    ${kinds === null ? sql`` : sql`and i.kind = any(${[...kinds]}::text[])`}
    ${states === null ? sql`` : sql`and i.state = any(${[...states]}::text[])`}
    ${pipelines === null ? sql`` : sql`and p.key = any(${[...pipelines]}::text[])`}
    ${measures === null ? sql`` : sql`and i.measure = any(${[...measures]}::text[])`}
    ${leastConfidence === null ? sql`` : sql`and i.confidence >= ${leastConfidence}`}
    ${dismissed === null ? sql`` : sql`and (i.dismissed_at is not null) = ${dismissed}`}
    ${from === null ? sql`` : sql`and (i.ended_at is null or i.ended_at > ${from})`}
    ${to === null ? sql`` : sql`and i.started_at < ${to}`}`
}

/** An insight with what finding it again takes. */
export interface KnownInsight extends Known {
  sentence: string
}

/** Insights that a scan could find again: those that last, and those that began since a moment. */
export function selectKnown(sql: Sql, organizationId: number, since: Date): Promise<KnownInsight[]> {
  return sql<KnownInsight[]>`
    select i.id, p.key as pipeline, measure, currency, kind, direction, every, started_at, ended_at, state, found_at, sentence
    from insights as i join pipelines as p on p.organization_id = i.organization_id and p.id = i.pipeline_id
    where i.organization_id = ${organizationId} and (state <> 'OVER' or started_at >= ${since})`
}

/** What is written of an insight. */
export interface InsightContent extends Draft {
  id: string
  state: InsightState
  contributors: readonly Contributor[]
}

/** Writes an insight that was found at a moment. One whose pipeline is gone meanwhile is not written. */
export async function insertInsight(
  sql: Sql,
  organizationId: number,
  content: InsightContent,
  now: Date,
): Promise<void> {
  const { id, pipeline, kind, direction, measure, title, unit, currency, every, method } = content
  await sql`
    insert into insights (organization_id, id, pipeline_id, kind, direction, measure, title, unit, currency, every, method,
      started_at, ended_at, state, expected, actual, lower, upper, baseline_from, baseline_to, p_value, q_value, confidence,
      sentence, contributors, found_at, changed_at)
    select organization_id, ${id}::uuid, id, ${kind}, ${direction}, ${measure}, ${title}, ${unit}, ${currency}, ${every},
      ${method}, ${content.startedAt}, ${content.endedAt}, ${content.state}, ${content.expected}, ${content.actual},
      ${content.lower}, ${content.upper}, ${content.baselineFrom}, ${content.baselineTo}, ${content.pValue},
      ${content.qValue}, ${content.confidence}, ${content.sentence}, ${sql.json(content.contributors as never)}, ${now}, ${now}
    from pipelines where organization_id = ${organizationId} and key = ${pipeline}`
}

/** Writes what a scan knows better now. */
export async function updateInsight(
  sql: Sql,
  organizationId: number,
  content: InsightContent,
  now: Date,
): Promise<void> {
  await sql`
    update insights set every = ${content.every}, method = ${content.method}, started_at = ${content.startedAt},
      ended_at = ${content.endedAt}, state = ${content.state}, expected = ${content.expected}, actual = ${content.actual},
      lower = ${content.lower}, upper = ${content.upper}, baseline_from = ${content.baselineFrom},
      baseline_to = ${content.baselineTo}, p_value = ${content.pValue}, q_value = ${content.qValue},
      confidence = ${content.confidence}, sentence = ${content.sentence},
      contributors = ${sql.json(content.contributors as never)}, changed_at = ${now}
    where organization_id = ${organizationId} and id = ${content.id}::uuid`
}

/** Only where it stands in its life. */
export async function updateState(
  sql: Sql,
  organizationId: number,
  { id, state, endedAt }: Pick<InsightContent, 'id' | 'state' | 'endedAt'>,
  now: Date,
): Promise<void> {
  await sql`
    update insights set state = ${state}, ended_at = ${endedAt}, changed_at = ${now}
    where organization_id = ${organizationId} and id = ${id}::uuid`
}

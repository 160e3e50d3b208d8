import type { Fragment, Sql } from '../../db/client.ts'
import { type Reach, withinPipelines } from '../../db/reach.ts'

/** All SQL about annotations. */

/** What an annotation can be about. */
export const ANNOTATION_KINDS = ['RELEASE', 'INCIDENT', 'NOTE'] as const
export type AnnotationKind = (typeof ANNOTATION_KINDS)[number]

/** What is written of an annotation. */
export interface AnnotationContent {
  /** Key of the pipeline; null: the whole organization. */
  pipeline: string | null
  kind: AnnotationKind
  title: string
  text: string | null
  link: string | null
  labels: Record<string, string>
  externalId: string | null
  startedAt: Date
  /** Null: it is about a moment. */
  endedAt: Date | null
}

/** An annotation as it is stored. */
export interface AnnotationRow extends AnnotationContent {
  id: string
  pipelineName: string | null
  recordedAt: Date
  recordedBy: string
  /** Null while it stands. */
  removedAt: Date | null
}

/** Which annotations. Null: not filtered by. */
export interface AnnotationConditions {
  kinds: readonly AnnotationKind[] | null
  pipelines: readonly string[] | null
  from: Date | null
  to: Date | null
}

/** Place of an annotation in the list. */
export type AnnotationPlace = Pick<AnnotationRow, 'startedAt' | 'id'>

/** Which annotations, and which part of their list. */
export interface AnnotationRequest {
  conditions: AnnotationConditions
  /** Only those that come after this place, reading from the latest to the earliest, and before that one. */
  after: AnnotationPlace | null
  before: AnnotationPlace | null
  /** True: read from the earliest, earliest first. */
  backward: boolean
  limit: number
}

/** A part of the list of annotations that stand, those that begin last first. */
export function listAnnotations(sql: Sql, reach: Reach, request: AnnotationRequest): Promise<AnnotationRow[]> {
  const { conditions, after, before, backward, limit } = request
  return sql<AnnotationRow[]>`
    select ${columns(sql)}
    from ${tables(sql)}
    where ${matching(sql, reach, conditions)} and a.removed_at is null
      ${after === null ? sql`` : sql`and (a.started_at, a.id) < (${after.startedAt}, ${after.id}::uuid)`}
      ${before === null ? sql`` : sql`and (a.started_at, a.id) > (${before.startedAt}, ${before.id}::uuid)`}
    order by ${backward ? sql`a.started_at, a.id` : sql`a.started_at desc, a.id desc`}
    limit ${limit}`
}

/** How many annotations stand. */
export async function countAnnotations(sql: Sql, reach: Reach, conditions: AnnotationConditions): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count
    from ${tables(sql)}
    where ${matching(sql, reach, conditions)} and a.removed_at is null`
  return row!.count
}

/** Those of these ids that meet the conditions, removed ones too, in no order. */
export function findAnnotations(
  sql: Sql,
  reach: Reach,
  ids: readonly string[],
  conditions: AnnotationConditions = ANY,
): Promise<AnnotationRow[]> {
  return sql<AnnotationRow[]>`
    select ${columns(sql)}
    from ${tables(sql)}
    where ${matching(sql, reach, conditions)} and a.id = any(${[...ids]}::uuid[])`
}

/** All annotations, whatever they are about. */
const ANY: AnnotationConditions = { kinds: null, pipelines: null, from: null, to: null }

/** Who writes an annotation, when, and under which id. */
export interface AnnotationRecord {
  id: string
  /** Number of the pipeline; null: the whole organization. */
  pipelineId: number | null
  now: Date
  by: string
}

/** Writes an annotation, in place of what stood under its id. False: that was the same already, and nothing is written. */
export async function upsertAnnotation(
  sql: Sql,
  organizationId: number,
  { id, pipelineId, now, by }: AnnotationRecord,
  content: AnnotationContent,
): Promise<boolean> {
  const { kind, title, text, link, labels, externalId, startedAt, endedAt } = content
  const rows = await sql`
    insert into annotations (organization_id, id, pipeline_id, kind, title, text, link, labels, external_id, started_at,
      ended_at, recorded_at, recorded_by)
    values (${organizationId}, ${id}::uuid, ${pipelineId}, ${kind}, ${title}, ${text}, ${link}, ${sql.json(labels)},
      ${externalId}, ${startedAt}, ${endedAt}, ${now}, ${by})
    on conflict (organization_id, id) do update set kind = excluded.kind, title = excluded.title, text = excluded.text,
      link = excluded.link, labels = excluded.labels, started_at = excluded.started_at, ended_at = excluded.ended_at,
      recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by, removed_at = null
    where annotations.removed_at is not null
      or (annotations.kind, annotations.title, annotations.text, annotations.link, annotations.labels,
          annotations.started_at, annotations.ended_at)
        is distinct from
         (excluded.kind, excluded.title, excluded.text, excluded.link, excluded.labels, excluded.started_at,
          excluded.ended_at)
    returning id`
  return rows.length > 0
}

/** Marks an annotation as removed. False: there is none within reach that stands. */
export async function markRemoved(sql: Sql, reach: Reach, id: string, now: Date): Promise<boolean> {
  const rows = await sql`
    update annotations as a set removed_at = ${now}
    where a.organization_id = ${reach.organizationId} and ${withinPipelines(sql, reach, sql`a.pipeline_id`)}
      and a.id = ${id}::uuid and a.removed_at is null
    returning a.id`
  return rows.length > 0
}

function columns(sql: Sql): Fragment {
  return sql`a.id, p.key as pipeline, p.name as pipeline_name, a.kind, a.title, a.text, a.link, a.labels, a.external_id,
    a.started_at, a.ended_at, a.recorded_at, a.recorded_by, a.removed_at`
}

function tables(sql: Sql): Fragment {
  return sql`annotations as a
    left join pipelines as p on p.organization_id = a.organization_id and p.id = a.pipeline_id`
}

/** A moment lies in a range that begins with it; a stretch does while they have a moment in common. */
function matching(sql: Sql, reach: Reach, { kinds, pipelines, from, to }: AnnotationConditions): Fragment {
  return sql`a.organization_id = ${reach.organizationId} and ${withinPipelines(sql, reach, sql`a.pipeline_id`)}
    ${kinds === null ? sql`` : sql`and a.kind = any(${[...kinds]}::text[])`}
    ${pipelines === null ? sql`` : sql`and (a.pipeline_id is null or p.key = any(${[...pipelines]}::text[]))`}
    ${from === null ? sql`` : sql`and (a.started_at >= ${from} or a.ended_at > ${from})`}
    ${to === null ? sql`` : sql`and a.started_at < ${to}`}`
}

import type { Fragment, Sql } from '../../db/client.ts'
import { type Reach, withinPipelines } from '../../db/reach.ts'

/** Something that runs again and again. */
export interface PipelineRow {
  id: number
  key: string
  name: string
  createdAt: Date
}

/** Which pipelines, and which part of their list. */
export interface PipelineRequest {
  /** Contained in the key or the name, as a pattern from `containsPattern`. Null: all. */
  pattern: string | null
  /** Only those after this key in the order, and before that one. */
  after: string | null
  before: string | null
  backward: boolean
  limit: number
}

/** A part of the list of pipelines by key; for `backward` it is read from the end, last one first. */
export function listPipelines(sql: Sql, reach: Reach, request: PipelineRequest): Promise<PipelineRow[]> {
  const { after, before, backward, limit } = request
  return sql<PipelineRow[]>`
    select id, key, name, created_at
    from pipelines
    where ${matching(sql, reach, request.pattern)}
      ${after === null ? sql`` : sql`and key > ${after}`}
      ${before === null ? sql`` : sql`and key < ${before}`}
    order by key ${backward ? sql`desc` : sql`asc`}
    limit ${limit}`
}

/** How many pipelines there are, or how many match the pattern. */
export async function countPipelines(sql: Sql, reach: Reach, pattern: string | null): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from pipelines where ${matching(sql, reach, pattern)}`
  return row!.count
}

/** The pipelines with these keys, in no order. Unknown keys are left out. */
export function findPipelines(sql: Sql, reach: Reach, keys: readonly string[]): Promise<PipelineRow[]> {
  return sql<PipelineRow[]>`
    select id, key, name, created_at
    from pipelines
    where organization_id = ${reach.organizationId} and key = any(${[...keys]}::text[])
      and ${withinPipelines(sql, reach, sql`id`)}`
}

function matching(sql: Sql, reach: Reach, pattern: string | null): Fragment {
  const contains = pattern === null ? sql`true` : sql`(key ~ ${pattern} or name ~ ${pattern})`
  return sql`organization_id = ${reach.organizationId} and ${withinPipelines(sql, reach, sql`id`)} and ${contains}`
}

import type { Fragment, Sql } from './client.ts'

/** What a caller can see of pipelines and jobs. Every statement about them is confined to it. */
export interface Reach {
  organizationId: number
  /** Keys of the pipelines; null: all. */
  pipelines: readonly string[] | null
  kept: Kept
}

/** From when on an organization still has something. Midnights in UTC; null: from the beginning. */
export interface Kept {
  jobs: Date | null
  /** Never later than that of jobs. */
  rollups: Date | null
}

/** True for rows whose pipeline, by its number, is within reach. The organization is a condition of its own. */
export function withinPipelines(sql: Sql, { organizationId, pipelines }: Reach, pipelineId: Fragment): Fragment {
  if (!pipelines) return sql`true`
  return sql`${pipelineId} = any(array(
    select id from pipelines where organization_id = ${organizationId} and key = any(${[...pipelines]}::text[])))`
}

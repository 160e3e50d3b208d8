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

/** Makes pieces of SQL of one kind: those of the driver, or those of `pieces.ts`. */
type Tag<Piece> = (template: TemplateStringsArray, ...parts: readonly (Piece | number | string[])[]) => Piece

/** True for rows whose pipeline, by its number, is within reach. The organization is a condition of its own. */
export function withinPipelines<Piece>(
  sql: Tag<NoInfer<Piece>>,
  { organizationId, pipelines }: Reach,
  pipelineId: Piece,
): Piece {
  if (!pipelines) return sql`true`
  return sql`${pipelineId} = any(array(
    select id from pipelines where organization_id = ${organizationId} and key = any(${[...pipelines]}::text[])))`
}

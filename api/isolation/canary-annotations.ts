import { add, type Draft } from './canary-rows.ts'

/** Which annotation, of whom. */
interface CanaryAnnotation {
  organizationId: number
  id: string
  /** Null: the whole organization. */
  pipelineId: number | null
  /** Begins every text. */
  text: string
  at: Date
}

/** Something that somebody noted. */
export function addAnnotation(draft: Draft, { organizationId, id, pipelineId, text, at }: CanaryAnnotation): void {
  add(draft, 'annotations', {
    organization_id: organizationId,
    id,
    pipeline_id: pipelineId,
    kind: 'RELEASE',
    title: `${text}-title`,
    text: `${text}-text`,
    link: `https://${text}.canary.invalid`,
    labels: { [`${text}-name`]: `${text}-label` },
    external_id: `${text}-annotation`,
    started_at: at.toISOString(),
    recorded_at: at.toISOString(),
    recorded_by: `${text}-author`,
  })
}

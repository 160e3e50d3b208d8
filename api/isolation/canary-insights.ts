import { add, type Draft } from './canary-rows.ts'

/** Which insight, of whom. */
interface CanaryInsight {
  organizationId: number
  id: string
  pipelineId: number
  /** Begins every text. */
  text: string
  /** Who says something to it. */
  userId: number
  at: Date
}

/** Something that a scan found in a pipeline, and what somebody says to it. */
export function addInsight(draft: Draft, { organizationId, id, pipelineId, text, userId, at }: CanaryInsight): void {
  const organization_id = organizationId
  const hours = (n: number) => new Date(at.getTime() + n * 3_600_000).toISOString()
  add(draft, 'insights', {
    organization_id,
    id,
    pipeline_id: pipelineId,
    kind: 'CHANGE_POINT',
    direction: 'UP',
    measure: 'duration_p50',
    title: `${text}-title`,
    unit: 'MILLISECONDS',
    every: 'DAY',
    started_at: hours(0),
    state: 'NEW',
    expected: organizationId,
    actual: 2 * organizationId,
    baseline_from: hours(-48),
    baseline_to: hours(0),
    method: `${text}-method`,
    p_value: 0.001,
    q_value: 0.002,
    confidence: 0.9,
    sentence: `${text}-sentence`,
    contributors: [],
    found_at: hours(1),
    changed_at: hours(1),
  })
  const said = { insight_id: id, user_id: userId, useful: organizationId % 2 === 0, comment: `${text}-comment` }
  add(draft, 'insight_feedback', { organization_id, ...said, given_at: hours(2) })
}

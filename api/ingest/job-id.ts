import { uuidOf } from '../lib/uuid-of.ts'

/**
 * The id of a job, the same whoever computes it: made of organization, pipeline and external id.
 *
 * @example jobId(1, 'build', '7') // 'e7142702-2e1d-84f7-b460-a7267bce9537'
 */
export function jobId(organizationId: number, pipeline: string, externalId: string): string {
  return uuidOf(JSON.stringify([organizationId, pipeline, externalId]))
}

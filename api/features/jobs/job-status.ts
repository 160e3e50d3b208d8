import { JOB_STATUSES } from '../../ingest/job-event.ts'
import { builder } from '../../schema/builder.ts'

/** How far along a job is. */
export const JobStatusType = builder.enumType('JobStatus', {
  description: 'How far along a job is. QUEUED and RUNNING are unfinished; the other four end an attempt.',
  values: JOB_STATUSES,
})

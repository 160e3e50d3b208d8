// The front door of ingest: how jobs come in, whichever way they were sent.
export { arrayText } from './array-text.ts'
export { BadBody, BodyTooLarge } from './body-errors.ts'
export { checkJob, type CheckedJob, JOB_FIELDS } from './check.ts'
export { isFinished, JOB_STATUSES, type JobEvent, type JobStatus, type Money, type RecordResult } from './job-event.ts'
export { jobId } from './job-id.ts'
export { LIMITS } from './limits.ts'
export { ingestJobs, type IngestJobsDeps, type IngestJobsOptions, type IngestResult } from './ndjson.ts'
export { type IngestDeps, recordEvents } from './write.ts'

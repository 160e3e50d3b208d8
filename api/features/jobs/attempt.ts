import type { JobStatus } from '../../ingest/job-event.ts'
import { isoTime } from '../../lib/iso-time.ts'
import { builder } from '../../schema/builder.ts'
import type { JobRow } from './job-row.ts'
import { JobStatusType } from './job-status.ts'

/** One try at a job. */
export interface AttemptShape {
  number: number
  status: JobStatus
  queuedAt: Date | null
  startedAt: Date | null
  finishedAt: Date | null
  error: string | null
}

/** All attempts of a job, first to latest: the earlier ones are stored aside, the latest one is the job's own. */
export function attemptsOf(job: JobRow): AttemptShape[] {
  const earlier = (job.earlierAttempts ?? []).map((attempt) => ({
    number: attempt.number,
    status: attempt.status,
    queuedAt: toDate(attempt.queuedAt),
    startedAt: toDate(attempt.startedAt),
    finishedAt: toDate(attempt.finishedAt),
    error: attempt.error ?? null,
  }))
  const latest = {
    number: job.attempt,
    status: job.status,
    queuedAt: toDate(job.queuedAt && isoTime(job.queuedAt)),
    startedAt: toDate(job.startedAt && isoTime(job.startedAt)),
    finishedAt: toDate(job.finishedAt && isoTime(job.finishedAt)),
    error: job.error,
  }
  return [...earlier, latest].sort((a, b) => a.number - b.number)
}

/** Milliseconds from one moment to another, or null until both are known. */
export function millisecondsBetween(from: Date | null, to: Date | null): number | null {
  return from && to ? to.getTime() - from.getTime() : null
}

/** `Attempt` in GraphQL. */
export const Attempt = builder.objectRef<AttemptShape>('Attempt').implement({
  description: 'One try at a job. A job shows the times, the status and the error of its latest one.',
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'Which try it is, from 1.' }),
    status: t.expose('status', { type: JobStatusType, description: 'How far this try got.' }),
    queuedAt: t.expose('queuedAt', { type: 'DateTime', nullable: true, description: 'When it began to wait.' }),
    startedAt: t.expose('startedAt', { type: 'DateTime', nullable: true, description: 'When it began to run.' }),
    finishedAt: t.expose('finishedAt', { type: 'DateTime', nullable: true, description: 'When it ended.' }),
    queueMs: t.float({
      nullable: true,
      description: 'How long it waited, in milliseconds; null until both ends are known.',
      resolve: (attempt) => millisecondsBetween(attempt.queuedAt, attempt.startedAt),
    }),
    durationMs: t.float({
      nullable: true,
      description: 'How long it ran, in milliseconds; null until both ends are known.',
      resolve: (attempt) => millisecondsBetween(attempt.startedAt, attempt.finishedAt),
    }),
    error: t.exposeString('error', { nullable: true, description: 'Why it failed, in the words of the sender.' }),
  }),
})

function toDate(text: string | null | undefined): Date | null {
  return text ? new Date(text) : null
}

import { randomUUID } from 'node:crypto'
import { arrayText } from '../db/array-text.ts'
import type { BareColumns } from './queries.ts'
import type { SentJob } from './sent-jobs.ts'

/** A batch as the plain insert takes it: an array of each column. */
export function bareColumns(batch: readonly SentJob[]): BareColumns {
  const column = (read: (job: SentJob) => string | null) => arrayText(batch.map(read))
  const object = (entries: readonly { name: string; value: unknown }[]) => {
    return JSON.stringify(Object.fromEntries(entries.map(({ name, value }) => [name, value])))
  }
  return {
    ids: column(() => randomUUID()),
    queuedAt: column((job) => job.queuedAt),
    startedAt: column((job) => job.startedAt),
    finishedAt: column((job) => job.finishedAt),
    externalIds: column((job) => job.externalId),
    statuses: column((job) => job.status),
    errors: column((job) => job.error ?? null),
    labels: column((job) => object(job.labels)),
    metrics: column((job) => object(job.metrics)),
  }
}

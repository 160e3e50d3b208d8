import { byName } from '../../lib/by-name.ts'
import { builder } from '../../schema/builder.ts'
import { reachFor } from '../../schema/context.ts'
import { Pipeline } from '../pipelines/index.ts'
import { Attempt, attemptsOf } from './attempt.ts'
import type { JobRow } from './job-row.ts'
import { isUuid } from './job-order.ts'
import { JobStatusType } from './job-status.ts'
import { Label } from './label.ts'
import { jobById, nextJobOf, previousJobOf } from './loaders.ts'
import { Metric } from './metric.ts'
import { Money } from './money.ts'

/** `Job` in GraphQL. */
export const Job = builder.objectRef<JobRow>('Job')

Job.implement({
  description: 'One run of a pipeline. Times, status and error are those of its latest attempt.',
  fields: (t) => ({
    id: t.exposeID('id', {
      description: 'Made from the pipeline and the external id: the same wherever the job is recorded.',
    }),
    pipeline: t.field({
      type: Pipeline,
      description: 'What it is a run of.',
      resolve: (job) => ({
        id: job.pipelineId,
        key: job.pipelineKey,
        name: job.pipelineName,
        createdAt: job.pipelineCreatedAt,
      }),
    }),
    externalId: t.exposeString('externalId', { description: 'What the sender calls it. Unique in its pipeline.' }),
    status: t.expose('status', { type: JobStatusType, description: 'How far along it is.' }),
    at: t.expose('at', { type: 'DateTime', description: 'The first moment known of it: its place on the time axis.' }),
    attempt: t.exposeInt('attempt', { description: 'The number of its latest attempt, from 1.' }),
    queuedAt: t.expose('queuedAt', { type: 'DateTime', nullable: true, description: 'When it began to wait.' }),
    startedAt: t.expose('startedAt', { type: 'DateTime', nullable: true, description: 'When it began to run.' }),
    finishedAt: t.expose('finishedAt', { type: 'DateTime', nullable: true, description: 'When it ended.' }),
    queueMs: t.exposeFloat('queueMs', {
      nullable: true,
      description: 'How long it waited, in milliseconds; null until both ends are known.',
    }),
    durationMs: t.exposeFloat('durationMs', {
      nullable: true,
      description: 'How long it ran, in milliseconds; null until both ends are known.',
    }),
    trigger: t.exposeString('trigger', { nullable: true, description: 'What started it, in the words of the sender.' }),
    error: t.exposeString('error', { nullable: true, description: 'Why it failed, in the words of the sender.' }),
    cost: t.field({
      type: Money,
      nullable: true,
      description: 'What it cost; null when nobody said.',
      resolve: ({ cost, currency }) => (cost !== null && currency !== null ? { amount: cost, currency } : null),
    }),
    labels: t.field({
      type: [Label],
      description: 'Its labels, sorted by name.',
      resolve: (job) => byName(job.labels),
    }),
    metrics: t.field({
      type: [Metric],
      description: 'Its metrics, sorted by name.',
      resolve: (job) => byName(job.metrics),
    }),
    attempts: t.field({ type: [Attempt], description: 'All attempts, first to latest.', resolve: attemptsOf }),
    changedAt: t.expose('changedAt', { type: 'DateTime', description: 'When something new was last heard of it.' }),
  }),
})

// Apart from the others, because their type is being defined above.
builder.objectFields(Job, (t) => ({
  previous: t.field({
    type: Job,
    nullable: true,
    description: 'The job before it in time, in the same pipeline.',
    resolve: (job, _args, context) => previousJobOf(context).load(job),
  }),
  next: t.field({
    type: Job,
    nullable: true,
    description: 'The job after it in time, in the same pipeline.',
    resolve: (job, _args, context) => nextJobOf(context).load(job),
  }),
}))

builder.queryField('job', (t) =>
  t.field({
    type: Job,
    nullable: true,
    description: 'One job, or null when there is none with this id.',
    args: { id: t.arg.id({ required: true, description: 'Its id, a uuid.' }) },
    resolve(_root, { id }, context) {
      reachFor('jobs.read', context)
      return isUuid(id) ? jobById(context).load(id.toLowerCase()) : null
    },
  }),
)

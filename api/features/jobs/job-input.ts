import { LIMITS } from '../../ingest/index.ts'
import { builder } from '../../schema/builder.ts'
import { LabelInput } from './inputs.ts'
import { JobStatusType } from './job-status.ts'

const MetricInput = builder.inputType('MetricInput', {
  description: 'A number by name.',
  fields: (t) => ({
    name: t.string({ required: true }),
    value: t.float({ required: true }),
  }),
})

const MoneyInput = builder.inputType('MoneyInput', {
  description: 'An amount in a currency.',
  fields: (t) => ({
    amount: t.float({
      required: true,
      description: 'In whole units of the currency: 1.5 is one euro and fifty cents.',
    }),
    currency: t.string({ required: true, description: 'ISO 4217: three capital letters, such as EUR.' }),
  }),
})

/** `JobInput` in GraphQL: the fields that a line of NDJSON has too. */
export const JobInput = builder.inputType('JobInput', {
  description:
    'What happened to a job. Send it when it happens, or all at once later: reports about the same job are merged, in any ' +
    'order and however often they come.',
  fields: (t) => ({
    pipeline: t.string({
      required: true,
      description: 'Key of the pipeline. A new one is made when it is first named.',
    }),
    externalId: t.string({ required: true, description: 'What tells the job from all others of its pipeline.' }),
    status: t.field({ type: JobStatusType, required: true, description: 'How far along it is.' }),
    queuedAt: t.field({ type: 'DateTime', description: 'When it began to wait.' }),
    startedAt: t.field({ type: 'DateTime', description: 'When it began to run.' }),
    finishedAt: t.field({
      type: 'DateTime',
      description: 'When it ended. The time that belongs to the status is the time of receipt when it is left out.',
    }),
    attempt: t.int({ description: `Which try it is, from 1 (the default) to ${LIMITS.attempt}.` }),
    revision: t.int({
      description:
        'To correct a job, send it whole with a higher revision than before: it replaces everything. Default 0.',
    }),
    trigger: t.string({ description: 'What set it off, such as "schedule".' }),
    error: t.string({ description: 'Why it failed.' }),
    labels: t.field({ type: [LabelInput], description: `Texts by name, at most ${LIMITS.labels}.` }),
    metrics: t.field({ type: [MetricInput], description: `Numbers by name, at most ${LIMITS.metrics}.` }),
    cost: t.field({ type: MoneyInput, description: 'What it cost.' }),
  }),
})

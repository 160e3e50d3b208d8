import { JOB_STATUSES } from '../../../ingest/job-event.ts'
import type { Dimension, DimensionFamily, SqlPiece } from '../catalog.ts'
import { binsOf } from './bins.ts'

/** What jobs, and what they report, can be split by. */
export const PIPELINE: Dimension = {
  name: 'pipeline',
  title: 'Pipeline',
  description: 'What ran, by its key.',
  type: 'STRING',
  cardinality: 'SOME',
  value: (sql) => sql`r.pipeline_id`,
  lookup: { relation: 'pipelines', id: 'id', value: 'key', label: 'name' },
}

export const STATUS: Dimension = {
  name: 'status',
  title: 'Status',
  description: 'What became of the job so far.',
  type: 'STRING',
  cardinality: 'FEW',
  values: JOB_STATUSES,
  value: (sql) => sql`r.status`,
  oneOf: (sql, values) => sql`r.status = any(${[...values]}::text[]::job_status[])`,
}

export const TRIGGER: Dimension = {
  name: 'trigger',
  title: 'Trigger',
  description: 'What started the job.',
  type: 'STRING',
  cardinality: 'FEW',
  value: (sql) => sql`r.trigger`,
}

export const CURRENCY: Dimension = {
  name: 'currency',
  title: 'Currency',
  description: 'The currency of the cost.',
  type: 'STRING',
  cardinality: 'FEW',
  value: (sql) => sql`nullif(r.currency, '')`,
}

export const LABELS: DimensionFamily = {
  prefix: 'label.',
  pattern: 'label.<name>',
  title: 'Label',
  description: 'The value of a label. Put its name in the place of <name>, as in label.region.',
  make: (name) => ({
    name: `label.${name}`,
    title: name,
    description: `The value of the label ${name}.`,
    type: 'STRING',
    cardinality: 'SOME',
    value: (sql) => sql`(r.labels ->> ${name})`,
  }),
}

export const ATTEMPT: Dimension = {
  name: 'attempt',
  title: 'Attempt',
  description: 'The number of the latest attempt, from 1.',
  type: 'STRING',
  cardinality: 'FEW',
  value: (sql) => sql`r.attempt::text`,
  number: (sql) => sql`r.attempt`,
}

/** A number that nearly every job has another one of. */
function jobNumber(name: string, title: string, description: string, value: SqlPiece): Dimension {
  return { name, title, description, type: 'FLOAT', cardinality: 'MANY', filterOnly: true, value, number: value }
}

/** The numbers that every job may have. */
export const JOB_NUMBERS: readonly Dimension[] = [
  jobNumber('duration', 'Duration', 'How long the job ran, in milliseconds.', (sql) => sql`r.duration_ms`),
  jobNumber('queue', 'Queue time', 'How long the job waited, in milliseconds.', (sql) => sql`r.queue_ms`),
  jobNumber('cost', 'Cost', 'What the job cost, in its own currency.', (sql) => sql`r.cost`),
]

/** The same numbers in bins: how jobs are distributed over them. */
export const JOB_BINS: readonly Dimension[] = [
  binsOf((sql) => sql`r.duration_ms`, {
    ...{ name: 'duration_bin', title: 'Duration, in bins', what: 'How long the job ran', unit: 'MILLISECONDS' },
  }),
  binsOf((sql) => sql`r.queue_ms`, {
    ...{ name: 'queue_bin', title: 'Queue time, in bins', what: 'How long the job waited', unit: 'MILLISECONDS' },
  }),
  binsOf((sql) => sql`r.cost`, {
    ...{ name: 'cost_bin', title: 'Cost, in bins', what: 'What the job cost, in its own currency', unit: 'CURRENCY' },
  }),
]

export const METRICS: DimensionFamily = {
  prefix: 'metric.',
  pattern: 'metric.<name>',
  title: 'Metric',
  description: 'A number that jobs report. Put its name in the place of <name>, as in metric.rows.',
  make: (name) =>
    jobNumber(
      `metric.${name}`,
      name,
      `The number ${name} that the job reported.`,
      (sql) => sql`(r.metrics -> ${name})::float8`,
    ),
}

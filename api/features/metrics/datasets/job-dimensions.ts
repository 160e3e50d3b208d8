import { JOB_STATUSES } from '../../../ingest/job-event.ts'
import type { Dimension, DimensionFamily } from '../catalog.ts'

/** What jobs, and what they report, can be split by. */
export const PIPELINE: Dimension = {
  name: 'pipeline',
  title: 'Pipeline',
  description: 'What ran, by its key.',
  type: 'STRING',
  value: (sql) => sql`r.pipeline_id`,
  lookup: { relation: 'pipelines', id: 'id', value: 'key', label: 'name' },
}

export const STATUS: Dimension = {
  name: 'status',
  title: 'Status',
  description: 'What became of the job so far.',
  type: 'STRING',
  values: JOB_STATUSES,
  value: (sql) => sql`r.status`,
  oneOf: (sql, values) => sql`r.status = any(${[...values]}::text[]::job_status[])`,
}

export const TRIGGER: Dimension = {
  name: 'trigger',
  title: 'Trigger',
  description: 'What started the job.',
  type: 'STRING',
  value: (sql) => sql`r.trigger`,
}

export const CURRENCY: Dimension = {
  name: 'currency',
  title: 'Currency',
  description: 'The currency of the cost.',
  type: 'STRING',
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
    value: (sql) => sql`(r.labels ->> ${name})`,
  }),
}

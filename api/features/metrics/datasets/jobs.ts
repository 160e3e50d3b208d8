import { JOB_STATUSES } from '../../../ingest/job-event.ts'
import type { Dataset, Dimension, DimensionFamily, Measure, SqlPiece } from '../catalog.ts'

/** A number of jobs. */
function count(name: string, title: string, description: string, aggregate: SqlPiece): Measure {
  return { name, title, description, unit: 'COUNT', type: 'INTEGER', additive: true, empty: 0, aggregate }
}

/** A share between 0 and 1 of the jobs that came to an end. */
function rate(name: string, title: string, description: string, aggregate: SqlPiece): Measure {
  return { name, title, description, unit: 'RATIO', type: 'FLOAT', additive: false, empty: null, aggregate }
}

/** Sum, average and percentiles of a duration. Jobs whose duration is not known yet are left out. */
function durations(prefix: string, title: string, what: string, column: SqlPiece): Measure[] {
  const shared = { unit: 'MILLISECONDS', type: 'FLOAT', additive: false, empty: null } as const
  const percentile = (percent: number, aggregate: SqlPiece): Measure => ({
    ...shared,
    name: `${prefix}_p${percent}`,
    title: `${title}, ${percent}th percentile`,
    description: `${percent} of 100 jobs ${what} for at most this long (interpolated between two jobs).`,
    aggregate,
  })
  return [
    {
      ...shared,
      name: `${prefix}_sum`,
      title: `${title}, total`,
      description: `How long all jobs together ${what}.`,
      type: 'INTEGER',
      additive: true,
      empty: 0,
      aggregate: (sql) => sql`coalesce(sum(${column(sql)}), 0)::float8`,
    },
    {
      ...shared,
      name: `${prefix}_avg`,
      title: `${title}, average`,
      description: `How long a job ${what} on average.`,
      aggregate: (sql) => sql`avg(${column(sql)})::float8`,
    },
    percentile(50, (sql) => sql`percentile_cont(0.5) within group (order by ${column(sql)})`),
    percentile(95, (sql) => sql`percentile_cont(0.95) within group (order by ${column(sql)})`),
    percentile(99, (sql) => sql`percentile_cont(0.99) within group (order by ${column(sql)})`),
  ]
}

const measures: Measure[] = [
  count('count', 'Jobs', 'How many jobs there were.', (sql) => sql`count(*)`),
  count('queued', 'Queued', 'Jobs that wait to be started.', (sql) => sql`count(*) filter (where r.status = 'QUEUED')`),
  count('running', 'Running', 'Jobs that run now.', (sql) => sql`count(*) filter (where r.status = 'RUNNING')`),
  count('succeeded', 'Succeeded', 'Jobs that did their work.', (sql) => {
    return sql`count(*) filter (where r.status = 'SUCCEEDED')`
  }),
  count('failed', 'Failed', 'Jobs that ended with an error.', (sql) => {
    return sql`count(*) filter (where r.status = 'FAILED')`
  }),
  count('cancelled', 'Cancelled', 'Jobs that somebody stopped.', (sql) => {
    return sql`count(*) filter (where r.status = 'CANCELLED')`
  }),
  count('timed_out', 'Timed out', 'Jobs that were stopped because they took too long.', (sql) => {
    return sql`count(*) filter (where r.status = 'TIMED_OUT')`
  }),
  rate(
    'success_rate',
    'Success rate',
    'Succeeded out of succeeded, failed and timed out. Cancelled and unfinished jobs are in neither; null without any.',
    (sql) => sql`
      count(*) filter (where r.status = 'SUCCEEDED')::float8
      / nullif(count(*) filter (where r.status in ('SUCCEEDED', 'FAILED', 'TIMED_OUT')), 0)`,
  ),
  rate(
    'failure_rate',
    'Failure rate',
    'Failed and timed out, out of succeeded, failed and timed out. Cancelled and unfinished jobs are in neither.',
    (sql) => sql`
      count(*) filter (where r.status in ('FAILED', 'TIMED_OUT'))::float8
      / nullif(count(*) filter (where r.status in ('SUCCEEDED', 'FAILED', 'TIMED_OUT')), 0)`,
  ),
  ...durations('queue', 'Queue time', 'waited', (sql) => sql`r.queue_ms`),
  ...durations('duration', 'Duration', 'ran', (sql) => sql`r.duration_ms`),
  {
    name: 'throughput',
    title: 'Throughput',
    description: 'Finished jobs per hour of the time that has passed. Null for a time that has not begun.',
    unit: 'PER_HOUR',
    type: 'FLOAT',
    additive: false,
    empty: 0,
    aggregate: (sql) => sql`count(*) filter (where r.status not in ('QUEUED', 'RUNNING'))`,
    perHour: true,
  },
  {
    name: 'cost',
    title: 'Cost',
    description:
      'What the jobs cost. Null when none told its cost, and when there are several currencies: split or filter by currency then.',
    unit: 'CURRENCY',
    type: 'FLOAT',
    additive: true,
    empty: null,
    aggregate: (sql) => sql`case when min(r.currency) = max(r.currency) then sum(r.cost)::float8 end`,
  },
]

const dimensions: Dimension[] = [
  {
    name: 'pipeline',
    title: 'Pipeline',
    description: 'What ran, by its key.',
    type: 'STRING',
    value: (sql) => sql`r.pipeline_id`,
    lookup: { relation: 'pipelines', id: 'id', value: 'key', label: 'name' },
  },
  {
    name: 'status',
    title: 'Status',
    description: 'What became of the job so far.',
    type: 'STRING',
    values: JOB_STATUSES,
    value: (sql) => sql`r.status`,
    oneOf: (sql, values) => sql`r.status = any(${[...values]}::text[]::job_status[])`,
  },
  {
    name: 'trigger',
    title: 'Trigger',
    description: 'What started the job.',
    type: 'STRING',
    value: (sql) => sql`r.trigger`,
  },
  {
    name: 'currency',
    title: 'Currency',
    description: 'The currency of the cost.',
    type: 'STRING',
    value: (sql) => sql`r.currency`,
  },
]

const labels: DimensionFamily = {
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

/** Runs of pipelines. The time of a job is the first moment known of it. */
export const jobs: Dataset = {
  name: 'jobs',
  title: 'Jobs',
  description:
    'Runs of pipelines: how many, how long, how well, at what cost. A job stands at the first moment known of it.',
  relation: 'jobs',
  timeColumn: 'at',
  pipelineColumn: 'pipeline_id',
  measures,
  dimensions,
  families: [labels],
}

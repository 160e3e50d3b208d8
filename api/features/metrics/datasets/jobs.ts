import type { Dataset, Measure, PartialColumn, SqlPiece } from '../catalog.ts'
import { percentileOf, spreadColumns, type Spread } from '../percentile.ts'
import { JOB_DETAILS } from './job-details.ts'
import {
  ATTEMPT,
  CURRENCY,
  JOB_BINS,
  JOB_NUMBERS,
  LABELS,
  METRICS,
  PIPELINE,
  STATUS,
  TRIGGER,
} from './job-dimensions.ts'

const DURATIONS: Spread = { histogram: 'durations', bin: 'duration_bin' }
const QUEUES: Spread = { histogram: 'queues', bin: 'queue_bin' }

const partials: PartialColumn[] = [
  { name: 'pipeline_id', ofRow: (sql) => sql`r.pipeline_id` },
  { name: 'status', ofRow: (sql) => sql`r.status` },
  { name: 'currency', ofRow: (sql) => sql`r.currency`, ofRollup: (sql) => sql`nullif(r.currency, '')` },
  { name: 'jobs', ofRow: (sql) => sql`1` },
  { name: 'duration_jobs', ofRow: (sql) => sql`(r.duration_ms is not null)::integer` },
  { name: 'duration_ms', ofRow: (sql) => sql`r.duration_ms` },
  ...spreadColumns(DURATIONS, (sql) => sql`r.duration_ms`),
  { name: 'queue_jobs', ofRow: (sql) => sql`(r.queue_ms is not null)::integer` },
  { name: 'queue_ms', ofRow: (sql) => sql`r.queue_ms` },
  ...spreadColumns(QUEUES, (sql) => sql`r.queue_ms`),
  { name: 'cost', ofRow: (sql) => sql`r.cost` },
]

const SUCCEEDED: SqlPiece = (sql) => sql`r.status = 'SUCCEEDED'`
const FAILED: SqlPiece = (sql) => sql`r.status in ('FAILED', 'TIMED_OUT')`
const ENDED: SqlPiece = (sql) => sql`r.status in ('SUCCEEDED', 'FAILED', 'TIMED_OUT')`

/** How many of a group's jobs are such. */
function jobsThat(condition: SqlPiece): SqlPiece {
  return (sql) => sql`coalesce(sum(r.jobs) filter (where ${condition(sql)}), 0)`
}

/** A number of jobs. */
function count(name: string, title: string, description: string, aggregate: SqlPiece): Measure {
  return { name, title, description, unit: 'COUNT', type: 'INTEGER', additive: true, empty: 0, aggregate }
}

/** A share between 0 and 1 of the jobs that came to an end: of those with one of some statuses, which are measures too. */
function rate(name: string, title: string, description: string, { of, condition }: RatePart): Measure {
  const [some, all] = [jobsThat(condition), jobsThat(ENDED)]
  const aggregate: SqlPiece = (sql) => sql`${some(sql)}::float8 / nullif(${all(sql)}, 0)`
  // What fails is tried again: attempts follow from failures.
  const quotient = { numerator: of, denominator: ['succeeded', 'failed', 'timed_out'], apart: ['status', 'attempt'] }
  return { name, title, description, unit: 'RATIO', type: 'FLOAT', additive: false, empty: null, aggregate, quotient }
}

interface RatePart {
  of: readonly string[]
  condition: SqlPiece
}

interface TimeColumns {
  /** How many jobs have it, and what they have together. */
  jobs: SqlPiece
  ms: SqlPiece
  spread: Spread
}

/** Sum, average and percentiles of a duration. Jobs whose duration is not known yet are left out. */
function durations(prefix: string, title: string, what: string, { jobs, ms, spread }: TimeColumns): Measure[] {
  const shared = { unit: 'MILLISECONDS', type: 'FLOAT', additive: false, empty: null } as const
  const percentile = (percent: number): Measure => ({
    ...shared,
    explainedBy: `${prefix}_avg`,
    name: `${prefix}_p${percent}`,
    title: percent === 50 ? `${title}, median` : `${title}, ${percent}th percentile`,
    description: `${percent} of 100 jobs ${what} for at most this long (interpolated between two jobs; within 1 %).`,
    aggregate: percentileOf(spread, percent / 100),
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
      aggregate: (sql) => sql`coalesce(sum(${ms(sql)}), 0)::float8`,
    },
    count(
      `${prefix}_count`,
      `${title}, jobs`,
      `How many jobs it is known of.`,
      (sql) => sql`coalesce(sum(${jobs(sql)}), 0)`,
    ),
    {
      ...shared,
      quotient: { numerator: [`${prefix}_sum`], denominator: [`${prefix}_count`] },
      name: `${prefix}_avg`,
      title: `${title}, average`,
      description: `How long a job ${what} on average.`,
      aggregate: (sql) => sql`(sum(${ms(sql)})::numeric / nullif(sum(${jobs(sql)}), 0))::float8`,
    },
    percentile(50),
    percentile(95),
    percentile(99),
  ]
}

const measures: Measure[] = [
  count('count', 'Jobs', 'How many jobs there were.', (sql) => sql`sum(r.jobs)`),
  count(
    'queued',
    'Queued',
    'Jobs that wait to be started.',
    jobsThat((sql) => sql`r.status = 'QUEUED'`),
  ),
  count(
    'running',
    'Running',
    'Jobs that run now.',
    jobsThat((sql) => sql`r.status = 'RUNNING'`),
  ),
  count('succeeded', 'Succeeded', 'Jobs that did their work.', jobsThat(SUCCEEDED)),
  count(
    'failed',
    'Failed',
    'Jobs that ended with an error.',
    jobsThat((sql) => sql`r.status = 'FAILED'`),
  ),
  count(
    'cancelled',
    'Cancelled',
    'Jobs that somebody stopped.',
    jobsThat((sql) => sql`r.status = 'CANCELLED'`),
  ),
  count(
    'timed_out',
    'Timed out',
    'Jobs that were stopped because they took too long.',
    jobsThat((sql) => sql`r.status = 'TIMED_OUT'`),
  ),
  rate(
    'success_rate',
    'Success rate',
    'Succeeded out of succeeded, failed and timed out. Cancelled and unfinished jobs are in neither; null without any.',
    { of: ['succeeded'], condition: SUCCEEDED },
  ),
  rate(
    'failure_rate',
    'Failure rate',
    'Failed and timed out, out of succeeded, failed and timed out. Cancelled and unfinished jobs are in neither.',
    { of: ['failed', 'timed_out'], condition: FAILED },
  ),
  ...durations('queue', 'Queue time', 'waited', {
    jobs: (sql) => sql`r.queue_jobs`,
    ms: (sql) => sql`r.queue_ms`,
    spread: QUEUES,
  }),
  ...durations('duration', 'Duration', 'ran', {
    jobs: (sql) => sql`r.duration_jobs`,
    ms: (sql) => sql`r.duration_ms`,
    spread: DURATIONS,
  }),
  {
    name: 'throughput',
    title: 'Throughput',
    description: 'Finished jobs per hour of the time that has passed. Null for a time that has not begun.',
    unit: 'PER_HOUR',
    type: 'FLOAT',
    additive: false,
    empty: 0,
    aggregate: jobsThat((sql) => sql`r.status not in ('QUEUED', 'RUNNING')`),
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
    countedIn: 'currency',
  },
  {
    name: 'pipelines',
    title: 'Pipelines',
    description: 'How many different pipelines ran.',
    unit: 'COUNT',
    type: 'INTEGER',
    additive: false,
    empty: 0,
    aggregate: (sql) => sql`count(distinct r.pipeline_id)`,
    perPipeline: true,
  },
]

/** Runs of pipelines. The time of a job is the first moment known of it. */
export const jobs: Dataset = {
  name: 'jobs',
  title: 'Jobs',
  description:
    'Runs of pipelines: how many, how long, how well, at what cost. A job stands at the first moment known of it.',
  rows: (sql) => sql`jobs as r`,
  timeColumn: 'at',
  pipelineColumn: 'pipeline_id',
  rollup: { hour: 'jobs_by_hour', day: 'jobs_by_day', dimensions: ['status', 'currency'] },
  partials,
  measures,
  dimensions: [PIPELINE, STATUS, TRIGGER, CURRENCY, ATTEMPT, ...JOB_BINS, ...JOB_NUMBERS],
  families: [LABELS, METRICS],
  details: JOB_DETAILS,
}

import type { Dataset, Dimension, Measure, PartialColumn } from '../catalog.ts'
import { percentileOf, spreadColumns, type Spread } from '../percentile.ts'
import { JOB_DETAILS } from './job-details.ts'
import { LABELS, PIPELINE, STATUS, TRIGGER } from './job-dimensions.ts'

const SPREAD: Spread = { histogram: 'spread', bin: 'bin' }

const partials: PartialColumn[] = [
  { name: 'reports', ofRow: (sql) => sql`1` },
  { name: 'total', ofRow: (sql) => sql`r.value::numeric` },
  { name: 'smallest', ofRow: (sql) => sql`r.value::float8` },
  { name: 'largest', ofRow: (sql) => sql`r.value::float8` },
  { name: 'last_at', ofRow: (sql) => sql`r.at` },
  { name: 'last', ofRow: (sql) => sql`r.value::float8` },
  ...spreadColumns(SPREAD, (sql) => sql`r.value::float8`),
]

/** A number about values of one metric: those of different metrics have nothing to do with each other. */
const value = { unit: 'NONE', type: 'FLOAT', additive: false, empty: null, within: 'name' } as const

function percentile(percent: number): Measure {
  return {
    ...value,
    name: `p${percent}`,
    title: `${percent}th percentile`,
    description: `${percent} of 100 reported values are at most this (interpolated between two; within 1 %).`,
    aggregate: percentileOf(SPREAD, percent / 100),
  }
}

const measures: Measure[] = [
  {
    name: 'count',
    title: 'Values',
    description: 'How many values were reported.',
    unit: 'COUNT',
    type: 'INTEGER',
    additive: true,
    empty: 0,
    aggregate: (sql) => sql`sum(r.reports)`,
  },
  {
    ...value,
    quotient: { numerator: ['sum'], denominator: ['count'] },
    name: 'avg',
    title: 'Average',
    description: 'The mean of the reported values.',
    aggregate: (sql) => sql`(sum(r.total) / nullif(sum(r.reports), 0))::float8`,
  },
  {
    ...value,
    name: 'min',
    title: 'Minimum',
    description: 'The smallest reported value.',
    aggregate: (sql) => sql`min(r.smallest)`,
  },
  {
    ...value,
    name: 'max',
    title: 'Maximum',
    description: 'The largest reported value.',
    aggregate: (sql) => sql`max(r.largest)`,
  },
  {
    ...value,
    name: 'last',
    title: 'Latest',
    description: 'The value of the latest job that reported one; of several at the same moment the greatest.',
    aggregate: (sql) => sql`(array_agg(r.last order by r.last_at desc, r.last desc))[1]`,
  },
  {
    ...value,
    name: 'sum',
    title: 'Total',
    description: 'All reported values together.',
    additive: true,
    aggregate: (sql) => sql`sum(r.total)::float8`,
  },
  percentile(50),
  percentile(95),
  percentile(99),
]

const NAME: Dimension = {
  name: 'name',
  title: 'Metric',
  description: 'What the number is called by the jobs that report it.',
  type: 'STRING',
  cardinality: 'SOME',
  value: (sql) => sql`r.name`,
}

const VALUE: Dimension = {
  name: 'value',
  title: 'Value',
  description: 'The reported number.',
  type: 'FLOAT',
  cardinality: 'MANY',
  filterOnly: true,
  value: (sql) => sql`r.value`,
  number: (sql) => sql`r.value::float8`,
}

/** Numbers that jobs report by name: one row for each number of each job. It stands where its job does. */
export const jobMetrics: Dataset = {
  name: 'job_metrics',
  title: 'Job metrics',
  description: 'Numbers that jobs report, such as rows processed: their course over time, by name, pipeline and label.',
  rows: (sql) => sql`(
    select jobs.*, reported.key as name, reported.value from jobs cross join jsonb_each(jobs.metrics) as reported
  ) as r`,
  timeColumn: 'at',
  pipelineColumn: 'pipeline_id',
  rollup: { hour: 'job_metrics_by_hour', day: 'job_metrics_by_day', dimensions: ['name'] },
  partials,
  measures,
  dimensions: [NAME, PIPELINE, STATUS, TRIGGER, VALUE],
  families: [LABELS],
  details: JOB_DETAILS,
}

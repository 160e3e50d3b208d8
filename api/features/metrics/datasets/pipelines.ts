import type { Dataset } from '../catalog.ts'
import { PIPELINE } from './job-dimensions.ts'

/** Pipelines by the time at which the first job of each was recorded. */
export const pipelines: Dataset = {
  name: 'pipelines',
  title: 'Pipelines',
  description: 'Pipelines, by when they were first heard of. How many ran is a measure of jobs.',
  rows: (sql) => sql`(select organization_id, id as pipeline_id, created_at from pipelines) as r`,
  timeColumn: 'created_at',
  pipelineColumn: 'pipeline_id',
  rollup: null,
  partials: [{ name: 'pipelines', ofRow: (sql) => sql`1` }],
  measures: [
    {
      name: 'count',
      title: 'New pipelines',
      description: 'How many pipelines were heard of for the first time.',
      unit: 'COUNT',
      type: 'INTEGER',
      additive: true,
      empty: 0,
      aggregate: (sql) => sql`sum(r.pipelines)`,
    },
  ],
  dimensions: [PIPELINE],
  families: [],
  details: [
    { name: 'createdAt', title: 'First heard of', type: 'TIME', unit: 'NONE' },
    { name: 'name', title: 'Pipeline', type: 'STRING', unit: 'NONE' },
  ],
}

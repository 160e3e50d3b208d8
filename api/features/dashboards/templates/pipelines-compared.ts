import { PIPELINE_VARIABLE, template } from './template.ts'

/** Each pipeline beside the others: how much, how long, how well. */
export const pipelinesCompared = template({
  name: 'pipelines-compared',
  topic: 'OPERATIONS',
  title: 'Pipelines compared',
  description: 'Each pipeline beside the others: how many jobs, how long they take, how many fail.',
  range: { last: 'P30D' },
  variables: [PIPELINE_VARIABLE],
  panels: [
    {
      ...{ kind: 'table', title: 'All pipelines', size: [12, 9], answers: ['ROWS'] },
      options: { columns: [{ name: 'count', hasBar: true }], sort: [{ column: 'count', descending: true }] },
      query: {
        dataset: 'jobs',
        measures: ['count', 'failed', 'failure_rate', 'duration_p50', 'duration_p95', 'queue_p50'],
        dimensions: ['pipeline'],
      },
    },
    {
      ...{ kind: 'scatter', title: 'Duration and failures', size: [6, 8], answers: ['TOTAL'] },
      description: 'To the right: slower. Higher: fails more often. Larger: runs more often.',
      query: { dataset: 'jobs', measures: ['duration_p50', 'failure_rate', 'count'], dimensions: ['pipeline'] },
    },
    {
      ...{ kind: 'pie', title: 'Who runs most', size: [6, 8], answers: ['TOTAL'] },
      query: { dataset: 'jobs', measures: ['count'], dimensions: ['pipeline'], limit: 7, others: true },
    },
    {
      ...{ kind: 'line', title: 'Median duration', size: [12, 7], answers: ['SERIES'] },
      query: { dataset: 'jobs', measures: ['duration_p50'], dimensions: ['pipeline'], every: 'AUTO', limit: 8 },
    },
  ],
})

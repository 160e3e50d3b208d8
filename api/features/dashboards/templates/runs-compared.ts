import { PIPELINE_VARIABLE, template } from './template.ts'

/** The numbers that jobs report, run beside run. */
export const runsCompared = template({
  name: 'runs-compared',
  topic: 'OPERATIONS',
  title: 'Runs compared',
  description: 'The numbers that jobs report: their course over time, and one pipeline beside the other.',
  range: { last: 'P30D' },
  variables: [PIPELINE_VARIABLE],
  panels: [
    {
      ...{ kind: 'runs', title: 'Pipelines by their metrics', size: [12, 8], answers: ['TOTAL'] },
      query: { dataset: 'job_metrics', measures: ['avg'], dimensions: ['pipeline', 'name'] },
    },
    {
      ...{ kind: 'line', title: 'Over time', size: [12, 8], answers: ['SERIES'] },
      query: { dataset: 'job_metrics', measures: ['avg'], dimensions: ['name', 'pipeline'], every: 'DAY', limit: 8 },
    },
    {
      ...{ kind: 'table', title: 'Range of values', size: [12, 8], answers: ['ROWS'] },
      query: {
        dataset: 'job_metrics',
        measures: ['count', 'min', 'p50', 'p95', 'max', 'last'],
        dimensions: ['name', 'pipeline'],
      },
    },
  ],
})

import { PIPELINE_VARIABLE, template } from './template.ts'

/** For a wall: what runs, what waits, what failed in the last day. */
export const operationsNow = template({
  name: 'operations-now',
  topic: 'OPERATIONS',
  title: 'Operations now',
  description: 'What runs, what waits and what failed in the last 24 hours. Made for a wall screen.',
  range: { last: 'PT24H' },
  variables: [PIPELINE_VARIABLE],
  panels: [
    {
      ...{ kind: 'number', title: 'Now', size: [6, 4], answers: ['TOTAL'], options: { sparkline: false } },
      query: { dataset: 'jobs', measures: ['running', 'queued'] },
    },
    {
      ...{ kind: 'number', title: 'Last 24 hours', size: [6, 4], answers: ['TOTAL', 'SERIES'] },
      query: { dataset: 'jobs', measures: ['count', 'failed', 'success_rate'], compare: 'PREVIOUS_PERIOD' },
    },
    {
      ...{
        kind: 'status-timeline',
        title: 'Pipelines',
        size: [12, 8],
        answers: ['ROWS'],
        options: { order: 'FAILED' },
      },
      query: { dataset: 'jobs', measures: ['count'], dimensions: ['pipeline', 'status'], every: 'HOUR', limit: 5000 },
    },
    {
      ...{ kind: 'bar', title: 'Jobs by status', size: [6, 7], answers: ['SERIES'], options: { stacking: 'stacked' } },
      query: { dataset: 'jobs', measures: ['count'], dimensions: ['status'], every: 'AUTO' },
    },
    {
      ...{ kind: 'line', title: 'Waiting time', size: [6, 7], answers: ['SERIES'] },
      query: { dataset: 'jobs', measures: ['queue_p50', 'queue_p95'], every: 'AUTO' },
    },
  ],
})

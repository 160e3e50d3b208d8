import { PIPELINE_VARIABLE, template } from './template.ts'

/** Whether jobs succeed as often as they should. */
export const reliability = template({
  name: 'reliability',
  topic: 'RELIABILITY',
  title: 'Reliability',
  description: 'Whether jobs succeed as often as they should, and which pipelines do not. The target is 99 %.',
  range: { last: 'P30D' },
  variables: [PIPELINE_VARIABLE],
  panels: [
    {
      ...{ kind: 'gauge', title: 'Success rate', size: [3, 6], answers: ['TOTAL'] },
      options: {
        ...{ min: 0.9, max: 1 },
        thresholds: [
          { value: 0.9, look: 'bad', label: 'Below target' },
          { value: 0.98, look: 'warning', label: 'Close to target' },
          { value: 0.99, look: 'good', label: 'On target' },
        ],
      },
      query: { dataset: 'jobs', measures: ['success_rate'] },
    },
    {
      ...{ kind: 'number', title: 'What went wrong', size: [9, 6], answers: ['TOTAL', 'SERIES'] },
      query: {
        dataset: 'jobs',
        measures: ['failed', 'timed_out', 'cancelled'],
        compare: 'PREVIOUS_PERIOD',
      },
    },
    {
      ...{ kind: 'line', title: 'Failure rate', size: [12, 7], answers: ['SERIES'] },
      options: { thresholds: [{ value: 0.01, look: 'bad', label: 'Target' }] },
      query: { dataset: 'jobs', measures: ['failure_rate'], every: 'DAY', compare: 'PREVIOUS_PERIOD' },
    },
    {
      ...{ kind: 'status-timeline', title: 'When which pipeline failed', size: [12, 8], answers: ['ROWS'] },
      options: { order: 'FAILED' },
      query: { dataset: 'jobs', measures: ['count'], dimensions: ['pipeline', 'status'], every: 'DAY', limit: 10_000 },
    },
    {
      ...{ kind: 'table', title: 'Least reliable pipelines', size: [12, 7], answers: ['ROWS'] },
      query: {
        dataset: 'jobs',
        measures: ['failure_rate', 'failed', 'timed_out', 'count'],
        dimensions: ['pipeline'],
        orderBy: [{ by: 'failure_rate', direction: 'DESC' }],
        limit: 20,
      },
    },
  ],
})

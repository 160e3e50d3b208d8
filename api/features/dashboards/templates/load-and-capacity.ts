import { PIPELINE_VARIABLE, template } from './template.ts'

/** When there is much to do, and whether it has to wait. */
export const loadAndCapacity = template({
  name: 'load-and-capacity',
  topic: 'OPERATIONS',
  title: 'Load and capacity',
  description: 'At which hours there is much to do, and whether jobs have to wait for their turn.',
  range: { last: 'P28D' },
  variables: [PIPELINE_VARIABLE],
  panels: [
    {
      ...{ kind: 'number', title: 'Load', size: [12, 4], answers: ['TOTAL', 'SERIES'] },
      query: {
        dataset: 'jobs',
        measures: ['throughput', 'duration_sum', 'queue_p95'],
        compare: 'PREVIOUS_PERIOD',
      },
    },
    {
      ...{ kind: 'heatmap', title: 'Jobs by hour of the week', size: [12, 7], answers: ['SERIES'] },
      options: { rows: 'WEEKDAYS' },
      query: { dataset: 'jobs', measures: ['count'], every: 'HOUR' },
    },
    {
      ...{ kind: 'area', title: 'Working time', size: [6, 7], answers: ['SERIES'], options: { stacking: 'stacked' } },
      description: 'How long all jobs together ran, by pipeline.',
      query: {
        ...{ dataset: 'jobs', measures: ['duration_sum'], dimensions: ['pipeline'] },
        ...{ every: 'AUTO', limit: 7, others: true },
      },
    },
    {
      ...{ kind: 'line', title: 'Queue time', size: [6, 7], answers: ['SERIES'] },
      query: { dataset: 'jobs', measures: ['queue_p50', 'queue_p95', 'queue_p99'], every: 'AUTO' },
    },
    {
      ...{ kind: 'bar', title: 'What starts jobs', size: [6, 7], answers: ['SERIES'], options: { stacking: 'shares' } },
      query: { dataset: 'jobs', measures: ['count'], dimensions: ['trigger'], every: 'AUTO' },
    },
    {
      ...{ kind: 'histogram', title: 'How long jobs wait', size: [6, 7], answers: ['ROWS'] },
      query: { dataset: 'jobs', measures: ['count'], dimensions: ['queue_bin'] },
    },
  ],
})

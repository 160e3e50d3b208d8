import { template } from './template.ts'

/** A quarter on one page. */
export const executiveSummary = template({
  name: 'executive-summary',
  topic: 'EXECUTIVE',
  title: 'Executive summary',
  description: 'The last 90 days on one page: volume, reliability, speed and cost, each beside the 90 days before.',
  range: { last: 'P90D' },
  panels: [
    {
      ...{ kind: 'number', title: 'In short', size: [12, 4], answers: ['TOTAL', 'SERIES'] },
      query: {
        dataset: 'jobs',
        measures: ['count', 'success_rate', 'duration_p50', 'pipelines'],
        compare: 'PREVIOUS_PERIOD',
      },
    },
    {
      ...{ kind: 'number', title: 'Cost', size: [12, 4], answers: ['TOTAL', 'SERIES'] },
      query: { dataset: 'jobs', measures: ['cost'], dimensions: ['currency'], compare: 'PREVIOUS_PERIOD' },
    },
    {
      ...{ kind: 'area', title: 'Jobs a week', size: [6, 7], answers: ['SERIES'], options: { stacking: 'stacked' } },
      query: { dataset: 'jobs', measures: ['count'], dimensions: ['status'], every: 'WEEK' },
    },
    {
      ...{ kind: 'line', title: 'Success rate', size: [6, 7], answers: ['SERIES'] },
      query: { dataset: 'jobs', measures: ['success_rate'], every: 'WEEK', compare: 'PREVIOUS_PERIOD' },
    },
    {
      ...{ kind: 'bar', title: 'Cost a month', size: [6, 7], answers: ['SERIES'], options: { stacking: 'stacked' } },
      query: { dataset: 'jobs', measures: ['cost'], dimensions: ['currency'], every: 'MONTH' },
    },
    {
      ...{ kind: 'line', title: 'New pipelines', size: [6, 7], answers: ['SERIES'] },
      query: { dataset: 'pipelines', measures: ['count'], every: 'WEEK' },
    },
  ],
})

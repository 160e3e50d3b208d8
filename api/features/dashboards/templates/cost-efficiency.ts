import { PIPELINE_VARIABLE, template } from './template.ts'

/** What is got for the money. */
export const costEfficiency = template({
  name: 'cost-efficiency',
  topic: 'COST',
  title: 'Cost and efficiency',
  description: 'What is got for the money: the cost beside working time and failures, and what failed jobs cost.',
  range: { last: 'P30D' },
  variables: [PIPELINE_VARIABLE],
  panels: [
    {
      ...{ kind: 'number', title: 'Cost of failed jobs', size: [6, 4], answers: ['TOTAL', 'SERIES'] },
      query: {
        ...{ dataset: 'jobs', measures: ['cost'], dimensions: ['currency'], compare: 'PREVIOUS_PERIOD' },
        filters: [{ dimension: 'status', values: ['FAILED', 'TIMED_OUT'] }],
      },
    },
    {
      ...{ kind: 'number', title: 'Working time', size: [6, 4], answers: ['TOTAL', 'SERIES'] },
      query: { dataset: 'jobs', measures: ['duration_sum', 'count'], compare: 'PREVIOUS_PERIOD' },
    },
    {
      ...{ kind: 'scatter', title: 'Cost and working time', size: [6, 8], answers: ['TOTAL'] },
      description: 'Far above the others: expensive for how long it runs.',
      query: { dataset: 'jobs', measures: ['duration_sum', 'cost', 'count'], dimensions: ['pipeline', 'currency'] },
    },
    {
      ...{ kind: 'line', title: 'Cost of failed jobs', size: [6, 8], answers: ['SERIES'] },
      query: {
        ...{ dataset: 'jobs', measures: ['cost'], dimensions: ['currency'], every: 'DAY' },
        filters: [{ dimension: 'status', values: ['FAILED', 'TIMED_OUT'] }],
      },
    },
    {
      ...{ kind: 'table', title: 'By pipeline', size: [12, 8], answers: ['ROWS'] },
      query: {
        dataset: 'jobs',
        measures: ['cost', 'count', 'duration_sum', 'failure_rate'],
        dimensions: ['pipeline', 'currency'],
        orderBy: [{ by: 'cost', direction: 'DESC' }],
      },
    },
  ],
})

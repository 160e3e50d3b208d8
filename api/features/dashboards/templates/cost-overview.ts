import { PIPELINE_VARIABLE, template } from './template.ts'

/** What jobs cost, and what has changed. */
export const costOverview = template({
  name: 'cost-overview',
  topic: 'COST',
  title: 'Cost overview',
  description: 'What jobs cost, by currency and pipeline, and how that changed since the period before.',
  range: { last: 'P30D' },
  variables: [PIPELINE_VARIABLE],
  panels: [
    {
      ...{ kind: 'number', title: 'Cost', size: [12, 4], answers: ['TOTAL', 'SERIES'] },
      query: { dataset: 'jobs', measures: ['cost'], dimensions: ['currency'], compare: 'PREVIOUS_PERIOD' },
    },
    {
      ...{
        kind: 'area',
        title: 'Cost by pipeline',
        size: [12, 8],
        answers: ['SERIES'],
        options: { stacking: 'stacked' },
      },
      query: {
        ...{ dataset: 'jobs', measures: ['cost'], dimensions: ['pipeline', 'currency'] },
        ...{ every: 'DAY', limit: 8, others: true },
      },
    },
    {
      ...{ kind: 'pie', title: 'Who costs most', size: [5, 8], answers: ['TOTAL'] },
      query: { dataset: 'jobs', measures: ['cost'], dimensions: ['pipeline', 'currency'], limit: 7, others: true },
    },
    {
      ...{ kind: 'table', title: 'Changes', size: [7, 8], answers: ['ROWS'] },
      options: { sort: [{ column: 'cost', descending: true }] },
      query: {
        dataset: 'jobs',
        measures: ['cost'],
        dimensions: ['pipeline', 'currency'],
        compare: 'PREVIOUS_PERIOD',
      },
    },
  ],
})

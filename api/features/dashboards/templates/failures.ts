import { PIPELINE_VARIABLE, template } from './template.ts'

/** Where failures come from. */
export const failures = template({
  name: 'failures',
  topic: 'RELIABILITY',
  title: 'Failures',
  description: 'Where failures come from: at which hours, in which pipelines, after how many attempts.',
  range: { last: 'P14D' },
  variables: [PIPELINE_VARIABLE],
  panels: [
    {
      ...{ kind: 'bar', title: 'Failed jobs', size: [12, 7], answers: ['SERIES'], options: { stacking: 'stacked' } },
      query: {
        ...{ dataset: 'jobs', measures: ['failed'], dimensions: ['pipeline'] },
        ...{ every: 'AUTO', limit: 7, others: true },
      },
    },
    {
      ...{ kind: 'heatmap', title: 'Failures by hour of the week', size: [6, 7], answers: ['SERIES'] },
      options: { rows: 'WEEKDAYS' },
      query: { dataset: 'jobs', measures: ['failed'], every: 'HOUR' },
    },
    {
      ...{
        kind: 'bar',
        title: 'By what started them',
        size: [6, 7],
        answers: ['TOTAL'],
        options: { over: 'CATEGORIES' },
      },
      query: { dataset: 'jobs', measures: ['failed', 'timed_out'], dimensions: ['trigger'] },
    },
    {
      ...{ kind: 'bar', title: 'By attempt', size: [6, 7], answers: ['TOTAL'], options: { over: 'CATEGORIES' } },
      description: 'How many attempts the jobs took that failed in the end.',
      query: { dataset: 'jobs', measures: ['failed'], dimensions: ['attempt'] },
    },
    {
      ...{ kind: 'markdown', title: 'What to do', size: [6, 7], query: null, answers: [] },
      options: {
        text: [
          '- **One pipeline?** Click it to see only that one, then drill down to its jobs.',
          '- **One hour?** Look what else runs then: the template *Load and capacity* shows it.',
          '- **All of them?** It is rarely the jobs: look at what they share.',
        ].join('\n'),
      },
    },
  ],
})

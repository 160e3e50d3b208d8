/** What the benchmark asks, as a page or a BI tool would. */

export const LIST = `query List($filter: JobFilter, $orderBy: JobOrder, $first: Int, $after: String, $last: Int, $before: String) {
  jobs(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
    nodes {
      id externalId status at attempt queuedAt startedAt finishedAt queueMs durationMs trigger error
      cost { amount currency } labels { name value } metrics { name value } pipeline { id name }
    }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`

const COUNT = `query Count($filter: JobFilter) { jobs(filter: $filter, first: 1) { totalCount } }`
const SERIES = `query Series($query: MetricQuery!) { series(query: $query) { id points { at value complete } } }`
const TABLE = `query Table($query: MetricQuery!) { table(query: $query) { columns { name } rows totalCount } }`

export interface Question {
  name: string
  query: string
  variables: Record<string, unknown>
}

const page = (name: string, variables: Record<string, unknown>): Question => ({
  name,
  query: LIST,
  variables: { ...('last' in variables ? {} : { first: 50 }), ...variables },
})

/** Pages of the list of jobs. `middle` is a cursor in the middle of the list. */
export function listQuestions(middle: string): Question[] {
  const descending = { by: 'DURATION', direction: 'DESC' }
  return [
    page('first', {}),
    page('last', { last: 50 }),
    page('middle', { after: middle }),
    page('oldestFirst', { orderBy: { by: 'TIME', direction: 'ASC' } }),
    page('failed', { filter: { status: ['FAILED'] } }),
    page('failedLast', { filter: { status: ['FAILED'] }, last: 50 }),
    page('failedOrTimedOut', { filter: { status: ['FAILED', 'TIMED_OUT'] } }),
    page('running', { filter: { status: ['QUEUED', 'RUNNING'] } }),
    page('pipeline', { filter: { pipeline: ['job-01'] } }),
    page('pipelineLast', { filter: { pipeline: ['job-01'] }, last: 50 }),
    page('rarePipeline', { filter: { pipeline: ['job-rare'] } }),
    page('failedOfPipeline', { filter: { pipeline: ['job-07'], status: ['FAILED'] } }),
    page('longest', { orderBy: descending }),
    page('shortest', { orderBy: descending, last: 50 }),
    page('longestOfMonth', { orderBy: descending, filter: { range: { last: 'P30D' } } }),
    page('longestOfPipeline', { orderBy: descending, filter: { pipeline: ['job-07'] } }),
    page('longestFailed', { orderBy: descending, filter: { status: ['FAILED'] } }),
    page('longestOfRarePipeline', { orderBy: descending, filter: { pipeline: ['job-rare'] } }),
    page('byDuration', { filter: { durationMs: { min: 600000 } } }),
    page('label', { filter: { labels: [{ name: 'team', value: 'team-3' }] } }),
    page('text', { filter: { text: 'etimedout' } }),
  ]
}

/** What is allowed to take longer: counts, searches without an index, and figures. `jobs`: how many there are. */
export function otherQuestions(jobs: number): Question[] {
  const series = (name: string, query: object): Question => ({
    name,
    query: SERIES,
    variables: { query: { dataset: 'jobs', range: { last: 'P30D' }, every: 'DAY', ...query } },
  })
  const total = {
    dataset: 'jobs',
    range: { last: 'P30D' },
    dimensions: ['pipeline'],
    measures: ['count', 'duration_p95'],
  }
  return [
    series('series30dByDay', { measures: ['count', 'failure_rate'] }),
    series('series30dByHour', { measures: ['count', 'duration_p95'], every: 'HOUR' }),
    series('series30dByDayAndPipeline', { measures: ['duration_avg'], dimensions: ['pipeline'] }),
    series('series30dByLabel', { measures: ['count'], dimensions: ['label.team'] }),
    series('series365dByDay', { measures: ['count'], range: { last: 'P365D' } }),
    { name: 'table30dByPipeline', query: TABLE, variables: { query: total } },
    { name: 'countAll', query: COUNT, variables: {} },
    { name: 'countFailed', query: COUNT, variables: { filter: { status: ['FAILED'] } } },
    page('rareLabel', { filter: { labels: [{ name: 'release', value: '1.0' }] } }),
    page('rareText', { filter: { text: `run-${Math.round(jobs / 4)}` } }),
  ]
}

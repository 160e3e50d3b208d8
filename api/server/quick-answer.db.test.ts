import { afterAll, beforeAll, expect, test } from 'vitest'
import { jobEvent } from '../ingest/testing-events.ts'
import { recordEvents } from '../ingest/index.ts'
import { testServer, type TestServer } from './testing.ts'

/**
 * The engine answers a query the first time, and the compiled query from the second time on: each of these is asked four
 * times, and the answers are the same, to the letter, and so are status and type.
 */
let server: TestServer
beforeAll(async () => {
  server = await testServer()
  const jobs = Array.from({ length: 7 }, (_, i) =>
    jobEvent({
      ...{ pipeline: i % 2 ? 'etl' : 'mail', externalId: `run ${i} "ü"`, attempt: i === 3 ? 2 : 1 },
      labels: i % 3 ? { region: 'eu', team: 'b' } : {},
      metrics: i % 2 ? { rows: i * 1.5, zero: 0 } : {},
      error: i === 4 ? 'no\n\u2028route' : null,
      cost: i === 5 ? { amount: 1.25, currency: 'EUR' } : null,
    }),
  )
  await recordEvents(server.services, server.organization.id, jobs)
})
afterAll(() => server.stop())

const JOB = `id externalId status at attempt queuedAt startedAt finishedAt queueMs durationMs trigger error
  cost { amount currency } labels { name value } metrics { name value } pipeline { id name createdAt } changedAt
  attempts { number status error }`
const QUERY = `{dataset: "jobs", measures: ["count", "failure_rate"], range: {last: "P2D"}, every: HOUR}`

const documents: [string, string, Record<string, unknown>?][] = [
  ['a name', '{ __typename }'],
  ['every field of a job', `{ jobs { nodes { ${JOB} } pageInfo { hasNextPage endCursor startCursor } totalCount } }`],
  ['edges', '{ jobs(first: 2) { edges { cursor node { id } } pageInfo { endCursor } } }'],
  ['neighbours', '{ jobs { nodes { previous { id at } next { externalId labels { name } } } } }'],
  ['lists within lists', '{ pipelines { nodes { id jobs(first: 2) { nodes { externalId } } lastJob { status } } } }'],
  ['aliases', '{ a: jobs(first: 1) { n: nodes { x: id y: id } } b: jobs(last: 1) { nodes { id } } }'],
  [
    'fragments',
    'query { jobs { ...page } } fragment page on JobConnection { nodes { ...on Job { id ...more } } } fragment more on Job { labels { name } }',
  ],
  [
    'an interface',
    `{ series(query: ${QUERY}) { ... on Answer { asOf: timezone truncated } __typename points { value } } }`,
  ],
  ['a table', `{ table(query: ${QUERY}) { columns { name unit role type } rows totalCount from } }`],
  ['the catalog', '{ datasets { name measures { name unit } dimensions { name values } } }'],
  ['nothing there', '{ job(id: "00000000-0000-4000-8000-000000000000") { id } }'],
  ['a failing field', '{ jobs(first: 501) { nodes { id } } viewer { organization { name } } }'],
  ['a failing field that may be null', '{ job(id: "x") { id } jobs(first: -1) { totalCount } }'],
  ['what is not allowed', '{ me: viewer { user { name } } members { email } }'],
  [
    'a question that cannot be answered',
    `{ table(query: {dataset: "jops", measures: ["count"], range: {last: "P1D"}}) { rows } }`,
  ],
  [
    'variables',
    'query ($n: Int!, $f: JobFilter) { jobs(first: $n, filter: $f) { nodes { id } } }',
    { n: 2, f: { text: 'run' } },
  ],
  ['a default', 'query ($n: Int = 3) { jobs(first: $n) { nodes { id } } }'],
  ['a variable that is missing', 'query ($n: Int!) { jobs(first: $n) { nodes { id } } }'],
  ['a variable of the wrong type', 'query ($n: Int!) { jobs(first: $n) { nodes { id } } }', { n: 'two' }],
  ['a variable in a list', 'query ($s: JobStatus!) { jobs(filter: {status: [$s]}) { totalCount } }', { s: 'FAILED' }],
  ['left out', 'query ($yes: Boolean!) { jobs { nodes { id @skip(if: $yes) at @include(if: $yes) } } }', { yes: true }],
  ['about the schema', '{ __schema { queryType { name } } }'],
  ['a type', '{ __type(name: "Job") { name } }'],
  ['wrong fields', '{ jobs { nope } }'],
  ['no query', '{'],
]
documents.push([
  'an input with defaults',
  'query ($o: JobOrder, $q: MetricQuery!) { jobs(orderBy: $o) { nodes { id } } table(query: $q) { rows } }',
  {
    o: { by: 'DURATION' },
    q: {
      ...{ dataset: 'jobs', measures: ['count'], filters: [{ dimension: 'pipeline', values: ['etl'] }] },
      range: { from: '2026-01-01T00:00:00+01:00', to: '2027-01-01T00:00:00Z' },
    },
  },
])
const accepts = [
  '*/*',
  'application/json',
  'application/graphql-response+json',
  'application/graphql-response+json, application/json',
]

test.each(documents)('%s', async (_what, query, variables) => {
  for (const accept of accepts) {
    const ask = async () => {
      const headers = { ...server.bearer, 'Content-Type': 'application/json', Accept: accept }
      const body = JSON.stringify({ query, variables })
      const response = await fetch(`${server.base}/graphql`, { method: 'POST', headers, body })
      const text = (await response.text()).replaceAll(/"(from|to)":"[^"]*"/g, '"$1":""')
      return {
        status: response.status,
        type: response.headers.get('content-type'),
        cache: response.headers.get('cache-control'),
        text,
      }
    }
    const first = await ask()
    for (let again = 0; again < 3; again++) expect(await ask()).toEqual(first)
  }
})

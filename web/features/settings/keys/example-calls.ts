import type { Scope } from '../../../gql/graphql.ts'
import { shellWord } from '../../../lib/shell-word.ts'

/** A call that the key allows, ready to be pasted into a shell. */
export interface ExampleCall {
  title: string
  command: string
}

interface Key {
  scopes: readonly Scope[]
  /** Null: all. */
  pipelines?: readonly string[] | null
}

const QUERIES: readonly { scope: Scope; title: string; query: string }[] = [
  {
    scope: 'READ_METRICS',
    title: 'Jobs by status in the last week',
    query:
      '{ table(query: {dataset: "jobs", measures: ["count"], dimensions: ["status"], range: {last: "P7D"}}) { rows } }',
  },
  {
    scope: 'READ_JOBS',
    title: 'The newest jobs',
    query: '{ jobs(first: 10) { nodes { externalId status startedAt durationMs } } }',
  },
  { scope: 'MANAGE', title: 'Who belongs to the organization', query: '{ members { name email role } }' },
]

/**
 * One call for each thing that a key may be used for.
 * @param origin where the server is, such as `https://tachograph.example.com`
 * @param key the key as it was shown, or a word in its place
 */
export function exampleCalls(origin: string, key: string, { scopes, pipelines }: Key): ExampleCall[] {
  const asks = QUERIES.filter(({ scope }) => scopes.includes(scope)).map(({ title, query }) => ({
    title,
    command: curl(`${origin}/graphql`, key, 'application/json', JSON.stringify({ query })),
  }))
  if (!scopes.includes('INGEST')) return asks
  const job = { pipeline: pipelines?.[0] ?? 'nightly-import', externalId: 'run-1', status: 'RUNNING' }
  const send = curl(`${origin}/ingest/jobs`, key, 'application/x-ndjson', JSON.stringify(job))
  return [...asks, { title: 'Send a job', command: send }]
}

function curl(url: string, key: string, type: string, body: string): string {
  return [
    `curl ${url} \\`,
    `  -H 'Authorization: Bearer ${key}' \\`,
    `  -H 'Content-Type: ${type}' \\`,
    `  --data-binary ${shellWord(body)}`,
  ].join('\n')
}

import { randomUUID } from 'node:crypto'
import { createYoga } from 'graphql-yoga'
import type { Sql } from '../../db/client.ts'
import type { JobStatus } from '../../ingest/job-event.ts'
import type { Change, Changes } from '../../lib/changes.ts'
import type { Context } from '../../schema/context.ts'
import { schema } from '../../schema/index.ts'
import { testContext, testServices } from '../../schema/testing.ts'

/** The bus within one process, delivering at once. */
export function changesInProcess(): Changes & { listeners(): number } {
  const listeners = new Set<{ organizationId: number; listener: (change: Change) => void }>()
  return {
    publish(change) {
      for (const entry of listeners) if (entry.organizationId === change.organizationId) entry.listener(change)
    },
    subscribe(organizationId, listener) {
      const entry = { organizationId, listener }
      listeners.add(entry)
      return () => listeners.delete(entry)
    },
    listeners: () => listeners.size,
  }
}

/** A viewer of the organization who may read, at noon of 20 November 2026. */
export function contextFor(sql: Sql, organizationId: number, changes: Changes = changesInProcess()): Context {
  return testContext(
    testServices(sql, changes, () => new Date('2026-11-20T12:00:00Z')),
    organizationId,
  )
}

const yoga = createYoga<Context>({ schema, logging: false, maskedErrors: false })

interface Failure {
  message: string
  extensions: { code?: string }
}

/** The whole answer to a query, as the server would send it. */
export async function ask(context: Context, query: string, variables: Record<string, unknown> = {}) {
  const headers = { 'Content-Type': 'application/json' }
  const request = { method: 'POST', headers, body: JSON.stringify({ query, variables }) }
  const response = await yoga.fetch('http://localhost/graphql', request, context)
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- an answer has the shape that the test asked for
  return (await response.json()) as { data: any; errors?: Failure[] }
}

/** The events of a subscription. Rejects when it is refused. */
export async function listen(context: Context, query: string, variables: Record<string, unknown> = {}) {
  const enveloped = yoga.getEnveloped({ ...context })
  const document = enveloped.parse(query)
  const [problem] = enveloped.validate(schema, document)
  if (problem) throw problem
  const contextValue = await enveloped.contextFactory()
  const result = await enveloped.subscribe({ schema, document, contextValue, variableValues: variables })
  if (!(Symbol.asyncIterator in result)) throw result.errors[0]
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as above
  return result as AsyncGenerator<{ data?: any; errors?: Failure[] }, void, void>
}

/** What a test says about a job; the rest is made up. Times are microseconds after 2026-11-01. */
export interface TestJob {
  id?: string
  pipelineId: number
  atUs: number
  status?: JobStatus
  durationMs?: number | null
  queueMs?: number | null
  externalId?: string
  trigger?: string | null
  error?: string | null
  labels?: Record<string, string>
}

export async function makeOrganization(sql: Sql, name: string): Promise<number> {
  const [row] = await sql<{ id: number }[]>`insert into organizations (name) values (${name}) returning id`
  return row!.id
}

/** Makes pipelines with these keys and returns their ids, in the same order. */
export async function makePipelines(sql: Sql, organizationId: number, keys: readonly string[]): Promise<number[]> {
  const ids: number[] = []
  for (const key of keys) {
    const [row] = await sql<{ id: number }[]>`
      insert into pipelines (organization_id, key, name) values (${organizationId}, ${key}, ${`Name of ${key}`})
      returning id`
    ids.push(row!.id)
  }
  return ids
}

/** Inserts jobs as ingest would store them, and returns their ids. */
export async function insertJobs(sql: Sql, organizationId: number, jobs: readonly TestJob[]): Promise<string[]> {
  const rows = jobs.map((job) => ({ id: job.id ?? randomUUID(), ...job }))
  const json = rows.map((job) => ({
    id: job.id,
    pipeline_id: job.pipelineId,
    at: job.atUs,
    status: job.status ?? 'SUCCEEDED',
    duration_ms: job.durationMs ?? null,
    queue_ms: job.queueMs ?? null,
    external_id: job.externalId ?? job.id,
    trigger: job.trigger ?? null,
    error: job.error ?? null,
    labels: job.labels ?? {},
  }))
  await sql`
    with rows as (
      select r.id, timestamptz '2026-11-01T00:00:00Z' + r.at * interval '1 microsecond' as at, r.pipeline_id, r.status,
             r.duration_ms, r.queue_ms, r.external_id, r.trigger, r.error, r.labels
      from jsonb_to_recordset(${sql.json(json)}) as r (id uuid, at bigint, pipeline_id int, status job_status,
             duration_ms bigint, queue_ms bigint, external_id text, trigger text, error text, labels jsonb)
    ), keys as (
      insert into job_keys (organization_id, job_id, at) select ${organizationId}, id, at from rows
    )
    insert into jobs (organization_id, at, id, pipeline_id, status, attempt, revision, queue_ms, duration_ms, external_id,
                      trigger, error, labels, metrics)
    select ${organizationId}, at, id, pipeline_id, status, 1, 0, queue_ms, duration_ms, external_id, trigger, error, labels, '{}'
    from rows`
  return rows.map((job) => job.id)
}

import type { Sql } from '../db/client.ts'
import { checkJob, type IngestDeps, recordEvents } from '../ingest/index.ts'
import { bareColumns } from './bare-columns.ts'
import { insertBare } from './queries.ts'
import type { SentJob } from './sent-jobs.ts'
import type { ServerProcess } from './server-process.ts'

/**
 * - `bare`: the plain insert in transactions of 1,000, one after the other, with its arrays made beforehand.
 * - `record`: `recordEvents` in batches of 1,000, one after the other, with checked events.
 * - `rawHttp`: one body of NDJSON to a plain server that parses the lines and does the plain insert.
 * - `ndjson`: the same body to `POST /ingest/jobs`.
 * - `graphql`: `recordJobs` with 1,000 jobs a call, one call after the other.
 */
export const WAYS = ['bare', 'record', 'rawHttp', 'ndjson', 'graphql'] as const
export type Way = (typeof WAYS)[number]

/** A way of sending jobs: prepares a piece of the work, outside of the time that is measured, and returns what sends it. */
export interface Sending {
  /** Whether all batches are one piece. */
  whole: boolean
  prepare: (jobs: SentJob[]) => () => Promise<unknown>
}

interface Receivers {
  sql: Sql
  record: IngestDeps
  organizationId: number
  ours: ServerProcess
  raw: ServerProcess
}

/** How to send jobs in each way. */
export function waysToSend({ sql, record, organizationId, ours, raw }: Receivers): Record<Way, Sending> {
  const prepareBare = (jobs: SentJob[]) => {
    const columns = bareColumns(jobs)
    return () => sql.transaction((sql) => insertBare(sql, organizationId, columns))
  }
  const prepareRecord = (jobs: SentJob[]) => {
    const events = jobs.map(eventOf)
    return () => recordEvents(record, organizationId, events)
  }
  const prepareLines = (server: ServerProcess) => (jobs: SentJob[]) => {
    const body = Buffer.from(jobs.map((job) => `${JSON.stringify(job)}\n`).join(''))
    return () => post(server, '/ingest/jobs', body)
  }
  const prepareCall = (input: SentJob[]) => {
    const query = 'mutation ($input: [JobInput!]!) { recordJobs(input: $input) { accepted } }'
    const body = JSON.stringify({ query, variables: { input } })
    return () => post(ours, '/graphql', body)
  }
  return {
    bare: { whole: false, prepare: prepareBare },
    record: { whole: false, prepare: prepareRecord },
    rawHttp: { whole: true, prepare: prepareLines(raw) },
    ndjson: { whole: true, prepare: prepareLines(ours) },
    graphql: { whole: false, prepare: prepareCall },
  }
}

function eventOf(job: SentJob) {
  const checked = checkJob(job, new Date())
  if (!checked.ok) throw new Error(checked.reason)
  return checked.event
}

async function post({ port, authorization }: ServerProcess, path: string, body: string | Buffer<ArrayBuffer>) {
  const headers = { 'Content-Type': 'application/json', ...(authorization && { Authorization: authorization }) }
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', headers, body })
  const text = await answer.text()
  if (answer.status !== 200 || !text.includes('"accepted":') || text.includes('"errors":[{')) throw new Error(text)
}

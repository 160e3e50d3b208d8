import { checkJob, type IngestDeps, recordEvents } from '../ingest/index.ts'
import { bareColumns } from './bare-columns.ts'
import { insertBare } from './queries.ts'
import type { SentJob } from './sent-jobs.ts'
import type { ServerProcess } from './server-process.ts'

/**
 * - `bare`: the plain insert in transactions of 1,000, one after the other, with its arrays made beforehand.
 * - `record`: `recordEvents` in batches of 1,000, two at a time as NDJSON and the import call it, with checked events.
 * - `recordOneAtATime`: the same, one after the other.
 * - `rawHttp`: one body of NDJSON to a plain server that parses the lines and does the plain insert.
 * - `ndjson`: the same body to `POST /ingest/jobs`.
 * - `graphql`: `recordJobs` with 1,000 jobs a call, one call after the other.
 */
export const WAYS = ['bare', 'record', 'recordOneAtATime', 'rawHttp', 'ndjson', 'graphql'] as const
export type Way = (typeof WAYS)[number]

interface Receivers {
  deps: IngestDeps
  organizationId: number
  ours: ServerProcess
  raw: ServerProcess
}

/** For each way: prepares the batches outside of the measured time, and returns what sends them. */
export function waysToSend({ deps, organizationId, ours, raw }: Receivers) {
  const record = (batches: SentJob[][], atOnce: number) => {
    const left = batches.map((batch) => batch.map(eventOf)).values()
    const worker = async () => {
      for (const events of left) await recordEvents(deps, organizationId, events)
    }
    return async () => void (await Promise.all(Array.from({ length: atOnce }, worker)))
  }
  const sendLines = (server: ServerProcess, batches: SentJob[][]) => {
    const body = batches.map((batch) => batch.map((job) => `${JSON.stringify(job)}\n`).join('')).join('')
    return () => post(server, '/ingest/jobs', body)
  }
  return {
    bare(batches: SentJob[][]) {
      const columns = batches.map(bareColumns)
      return async () => {
        for (const batch of columns) await deps.sql.transaction((sql) => insertBare(sql, organizationId, batch))
      }
    },
    record: (batches: SentJob[][]) => record(batches, 2),
    recordOneAtATime: (batches: SentJob[][]) => record(batches, 1),
    rawHttp: (batches: SentJob[][]) => sendLines(raw, batches),
    ndjson: (batches: SentJob[][]) => sendLines(ours, batches),
    graphql(batches: SentJob[][]) {
      const query = 'mutation ($input: [JobInput!]!) { recordJobs(input: $input) { accepted } }'
      const bodies = batches.map((input) => JSON.stringify({ query, variables: { input } }))
      return async () => {
        for (const body of bodies) await post(ours, '/graphql', body)
      }
    },
  }
}

function eventOf(job: SentJob) {
  const checked = checkJob(job, new Date())
  if (!checked.ok) throw new Error(checked.reason)
  return checked.event
}

async function post({ port, authorization }: ServerProcess, path: string, body: string): Promise<void> {
  const headers = { 'Content-Type': 'application/json', ...(authorization && { Authorization: authorization }) }
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', headers, body })
  const text = await answer.text()
  if (answer.status !== 200 || !text.includes('"accepted":') || text.includes('"errors":[{')) throw new Error(text)
}

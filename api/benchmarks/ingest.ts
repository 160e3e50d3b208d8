import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { openChanges } from '../db/changes-over-postgres.ts'
import { connect, type Sql } from '../db/client.ts'
import { detectEngine } from '../db/grade.ts'
import { migrate } from '../db/migrate.ts'
import { createKey } from '../features/keys/index.ts'
import { createOrganization } from '../features/organizations/index.ts'
import { arrayText, checkJob, recordEvents } from '../ingest/index.ts'
import type { Changes } from '../lib/changes.ts'
import { makeLog } from '../lib/log.ts'
import { makeServer } from '../server/server.ts'
import { percentile } from './measure.ts'
import { benchmarkServices } from './services.ts'
import { insertBare, type BareColumns } from './queries.ts'
import { makeBatches, type SentJob } from './sent-jobs.ts'
import { openTarget } from './target.ts'

/**
 * How fast jobs come in: `npm run bench:ingest -- [--rows N] [--rounds N]`, on the database of DATABASE_URL or on an
 * embedded one that is deleted afterwards.
 *
 * Each round sends N new jobs in four ways, one way after the other: `bare` inserts them with `unnest` into the same tables
 * in transactions of 1,000, with all work outside of the database done beforehand; `record` calls `recordEvents` in batches
 * of 1,000; `graphql` sends `recordJobs` with 1,000 jobs a call; `ndjson` sends one body to `POST /ingest/jobs`. Senders,
 * server and database share the machine. The median of the rounds is given, in rows a second.
 */
const WAYS = ['bare', 'record', 'graphql', 'ndjson'] as const
type Way = (typeof WAYS)[number]

const say = (text: string) => process.stderr.write(`${text}\n`)
const now = () => new Date()
const { values } = parseArgs({
  options: { rows: { type: 'string', default: '100000' }, rounds: { type: 'string', default: '5' } },
})

const target = await openTarget(readConfig().databaseUrl, null)
const sql = connect(target.url)
try {
  console.log(JSON.stringify(await run(sql, Number(values.rows), Number(values.rounds))))
} finally {
  await sql.end()
  await target.close()
}

async function run(sql: Sql, rows: number, rounds: number) {
  await migrate(sql)
  const engine = await detectEngine(sql)
  say(`${engine.description}, ${rows.toLocaleString('en')} jobs a round, ${rounds} rounds`)
  const log = makeLog(say, now)
  const changes = openChanges({ url: target.url, sql, log })
  const services = benchmarkServices(sql, changes)
  const server = makeServer({ services, url: target.url, log, port: 0, host: '127.0.0.1' })
  const { port } = await server.start()
  const { id: organizationId } = await createOrganization(sql, `Benchmark ${randomUUID()}`)
  const { key } = await createKey(services, organizationId, { name: 'Benchmark', scopes: ['ingest'], expiresAt: null })
  try {
    const send = waysToSend({ sql, changes, organizationId, address: `http://127.0.0.1:${port}`, key })
    const times = await measureAll(send, rows, rounds)
    const medians = [...times].map(
      ([way, ms]) =>
        [
          way,
          percentile(
            ms.sort((a, b) => a - b),
            0.5,
          ),
        ] as const,
    )
    const rowsPerSecond = Object.fromEntries(medians.map(([way, ms]) => [way, perSecond(rows, ms)]))
    const httpRatio = Number((rowsPerSecond.ndjson! / rowsPerSecond.bare!).toFixed(2))
    // There are no rollups yet, and so no triggers.
    return { engine: engine.description, triggerRatio: null, httpRatio, rowsPerSecond }
  } finally {
    await server.stop()
    await changes.close()
  }
}

type Send = Record<Way, (batches: SentJob[][]) => () => Promise<void>>

/** Milliseconds that each way took in each round. The ways take turns, so that they share what disturbs them. */
async function measureAll(send: Send, rows: number, rounds: number): Promise<Map<Way, number[]>> {
  const times = new Map(WAYS.map((way) => [way, [] as number[]]))
  // The first round warms up.
  for (let round = 0; round <= rounds; round++) {
    for (const way of WAYS) {
      const work = send[way](makeBatches(randomUUID(), rows, now()))
      const begun = performance.now()
      await work()
      const ms = performance.now() - begun
      if (round > 0) times.get(way)!.push(ms)
      say(`${round === 0 ? 'warm-up' : `round ${round}`}  ${way.padEnd(8)} ${perSecond(rows, ms)} rows/s`)
    }
  }
  return times
}

function perSecond(rows: number, ms: number): number {
  return Math.round((rows / ms) * 1000)
}

interface Receiver {
  sql: Sql
  changes: Changes
  organizationId: number
  address: string
  key: string
}

/** For each way: prepares the batches outside of the measured time, and returns what sends them. */
function waysToSend({ sql, changes, organizationId, address, key }: Receiver): Send {
  const authorization = { Authorization: `Bearer ${key}` }
  return {
    bare(batches) {
      const columns = batches.map(columnsOf)
      return async () => {
        for (const batch of columns) await sql.transaction((sql) => insertBare(sql, organizationId, batch))
      }
    },
    record(batches) {
      const checked = batches.map((batch) => batch.map(eventOf))
      return async () => {
        for (const events of checked) await recordEvents({ sql, changes }, organizationId, events)
      }
    },
    graphql(batches) {
      const query = 'mutation ($input: [JobInput!]!) { recordJobs(input: $input) { accepted } }'
      const bodies = batches.map((input) => JSON.stringify({ query, variables: { input } }))
      const headers = { ...authorization, 'Content-Type': 'application/json' }
      return async () => {
        for (const body of bodies) await post(`${address}/graphql`, headers, body)
      }
    },
    ndjson(batches) {
      const body = batches.map((batch) => batch.map((job) => `${JSON.stringify(job)}\n`).join('')).join('')
      return () => post(`${address}/ingest/jobs`, authorization, body)
    },
  }
}

function eventOf(job: SentJob) {
  const checked = checkJob(job, now())
  if (!checked.ok) throw new Error(checked.reason)
  return checked.event
}

async function post(url: string, headers: Record<string, string>, body: string): Promise<void> {
  const answer = await fetch(url, { method: 'POST', headers, body })
  const text = await answer.text()
  if (answer.status !== 200 || !text.includes('"accepted":') || text.includes('"errors":[{')) throw new Error(text)
}

function columnsOf(batch: SentJob[]): BareColumns {
  const column = (read: (job: SentJob) => string | null) => arrayText(batch.map(read))
  const object = (entries: { name: string; value: unknown }[]) => {
    return JSON.stringify(Object.fromEntries(entries.map(({ name, value }) => [name, value])))
  }
  return {
    ids: column(() => randomUUID()),
    queuedAt: column((job) => job.queuedAt),
    startedAt: column((job) => job.startedAt),
    finishedAt: column((job) => job.finishedAt),
    externalIds: column((job) => job.externalId),
    statuses: column((job) => job.status),
    errors: column((job) => job.error ?? null),
    labels: column((job) => object(job.labels)),
    metrics: column((job) => object(job.metrics)),
  }
}

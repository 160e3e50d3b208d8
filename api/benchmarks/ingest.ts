import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { openChanges } from '../db/changes-over-postgres.ts'
import { connect, type Sql } from '../db/client.ts'
import { detectEngine } from '../db/grade.ts'
import { migrate } from '../db/migrate.ts'
import { createOrganization } from '../features/organizations/index.ts'
import { makeLog } from '../lib/log.ts'
import { median } from './measure.ts'
import { makeBareTables } from './queries.ts'
import { makeBatches, type SentJob } from './sent-jobs.ts'
import { startServer } from './server-process.ts'
import { openTarget } from './target.ts'
import { WAYS, type Way, waysToSend } from './ways-to-send.ts'

/**
 * How fast jobs come in: `npm run bench:ingest -- [--rows N] [--rounds N]`, on the database of DATABASE_URL or on an
 * embedded one that is deleted afterwards. docs/benchmarks.md says what the ways are and what the ratios compare.
 *
 * The ways take turns, so that they share what disturbs them; the first round warms up, and the median of the others counts.
 */
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
  await makeBareTables(sql)
  const { id: organizationId } = await createOrganization(sql, `Benchmark ${randomUUID()}`)
  const changes = openChanges({ url: target.url, sql, log: makeLog(say, now) })
  const place = { url: target.url, organizationId }
  const ours = await startServer('ours.ts', place)
  const raw = await startServer('raw-ingest.ts', place)
  try {
    const send = waysToSend({ deps: { sql, changes }, organizationId, ours, raw })
    const times = await measureAll(send, rows, rounds)
    const rate = (way: Way) => perSecond(rows, median(times.get(way)!))
    return {
      engine,
      triggerRatio: ratio(rate('record'), rate('bare')),
      oneAtATimeRatio: ratio(rate('recordOneAtATime'), rate('bare')),
      httpRatio: ratio(rate('ndjson'), rate('rawHttp')),
      rowsPerSecond: Object.fromEntries(WAYS.map((way) => [way, rate(way)])),
    }
  } finally {
    await ours.stop()
    await raw.stop()
    await changes.close()
  }
}

type Send = Record<Way, (batches: SentJob[][]) => () => Promise<void>>

/** Milliseconds that each way took in each round. */
async function measureAll(send: Send, rows: number, rounds: number): Promise<Map<Way, number[]>> {
  const times = new Map(WAYS.map((way) => [way, [] as number[]]))
  for (let round = 0; round <= rounds; round++) {
    for (const way of WAYS) {
      const work = send[way](makeBatches(randomUUID(), rows, now()))
      const begun = performance.now()
      await work()
      const ms = performance.now() - begun
      if (round > 0) times.get(way)!.push(ms)
      say(`${round === 0 ? 'warm-up' : `round ${round}`}  ${way.padEnd(16)} ${perSecond(rows, ms)} rows/s`)
    }
  }
  return times
}

function perSecond(rows: number, ms: number): number {
  return Math.round((rows / ms) * 1000)
}

function ratio(some: number, other: number): number {
  return Number((some / other).toFixed(2))
}

import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { openChanges } from '../db/changes-over-postgres.ts'
import { APPLICATION_ROLE, connect, type Sql } from '../db/client.ts'
import { detectEngine } from '../db/grade.ts'
import { migrate } from '../db/migrate.ts'
import { createOrganization } from '../features/organizations/index.ts'
import { makeLog } from '../lib/log.ts'
import { refreshRollups } from '../rollups/index.ts'
import { median } from './measure.ts'
import { makeBareTables } from './queries.ts'
import { type ServerProcess, startServer } from './server-process.ts'
import { type Round, takeTurns } from './take-turns.ts'
import { openTarget } from './target.ts'
import { WAYS, type Way, waysToSend } from './ways-to-send.ts'

/**
 * How fast jobs come in: `npm run bench:ingest -- [--rows N] [--rounds N]`, on the database of DATABASE_URL or on an
 * embedded one that is deleted afterwards. docs/benchmarks.md says what the ways are and what the ratios compare.
 */
const say = (text: string) => process.stderr.write(`${text}\n`)
const now = () => new Date()
const { values } = parseArgs({
  options: { rows: { type: 'string', default: '20000' }, rounds: { type: 'string', default: '15' } },
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
  const { grade, description } = await detectEngine(sql)
  say(`${description}, ${rows.toLocaleString('en')} jobs a round, ${rounds} rounds`)
  await makeBareTables(sql, { hypertable: grade !== 'plain' })
  const { id: organizationId } = await createOrganization(sql, `Benchmark ${randomUUID()}`)
  const app = connect(target.url, { role: APPLICATION_ROLE })
  const changes = openChanges({ url: target.url, sql: app, log: makeLog(say, now) })
  changes.subscribe(organizationId, () => {})
  const servers: ServerProcess[] = []
  const open = async (file: string) => {
    const server = await startServer(file, { url: target.url, organizationId })
    servers.push(server)
    return server
  }
  try {
    const record = { sql: app, changes }
    const ways = waysToSend({
      sql,
      record,
      organizationId,
      ours: await open('ours.ts'),
      raw: await open('raw-ingest.ts'),
    })
    // What the upkeep of rollups would have to do yet is done between the ways, so that none pays for another.
    const settle = () => refreshRollups(sql, { quietSince: null, organizationId })
    const measured = await takeTurns(ways, { rows, rounds, settle, say })
    return { engine: { grade, version: description }, ...figures(measured) }
  } finally {
    await Promise.all(servers.map((server) => server.stop()))
    await changes.close()
    await app.end()
  }
}

/** Medians of the rounds; those of ratios are taken of the ratios within each. */
function figures(measured: Round[]) {
  const ratio = (of: Way, to: Way) => Number(median(measured.map((round) => round[of] / round[to])).toFixed(2))
  return {
    triggerRatio: ratio('record', 'bare'),
    httpRatio: ratio('ndjson', 'rawHttp'),
    rowsPerSecond: Object.fromEntries(
      WAYS.map((way) => [way, Math.round(median(measured.map((round) => round[way])))]),
    ),
  }
}

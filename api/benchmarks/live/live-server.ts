import { openChanges } from '../../db/changes-over-postgres.ts'
import { APPLICATION_ROLE, connect } from '../../db/client.ts'
import { createKey } from '../../features/keys/index.ts'
import { makeLog } from '../../lib/log.ts'
import { makeServer } from '../../server/server.ts'
import { benchmarkServices } from '../services.ts'
import { answerCalls, cpuUs, memoryMb } from './child.ts'

/** The product's own server, which counts its tables. */
let tables = 0
const [url = '', organization] = process.argv.slice(2)
const log = makeLog(
  (line) => process.stderr.write(line),
  () => new Date(),
)
const onStatement = (text: string) => void (tables += text.includes('/* table */') ? 1 : 0)
const sql = connect(url, { role: APPLICATION_ROLE, onStatement })
const services = benchmarkServices(sql, openChanges({ url, sql, log }))
const server = makeServer({ services, url, log, port: 0, host: '127.0.0.1' })
const started = server.start()

const calls = {
  async address() {
    const { port } = await started
    const input = { name: 'Benchmark', scopes: ['read', 'ingest'], expiresAt: null, requestsAMinute: 1_000_000 }
    const { key } = await createKey(services, Number(organization), input)
    return { port, key }
  },
  cpuUs,
  memoryMb,
  /** Tables that were asked of the database so far. */
  tables: () => tables,
}
export type LiveServerCalls = typeof calls
answerCalls(calls)

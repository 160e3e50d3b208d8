import { openChanges } from '../../db/changes-over-postgres.ts'
import { APPLICATION_ROLE, connect } from '../../db/client.ts'
import { createKey } from '../../features/keys/index.ts'
import { makeLog } from '../../lib/log.ts'
import { startUpkeep } from '../../rollups/index.ts'
import { makeServer } from '../../server/server.ts'
import { benchmarkServices } from '../services.ts'
import { announce, readTarget } from './serve.ts'

/** The product's own server, as `npm start` runs it, with the upkeep of rollups, asked with an API key. */
const { url, organizationId } = readTarget()
const now = () => new Date()
const log = makeLog((line) => process.stderr.write(line), now)
const sql = connect(url, { role: APPLICATION_ROLE })
const services = benchmarkServices(sql, openChanges({ url, sql, log }))
const server = makeServer({ services, url, log, port: 0, host: '127.0.0.1' })
const { port } = await server.start()
startUpkeep({ sql, log, now })
const { key } = await createKey(services, organizationId, {
  ...{ name: 'Benchmark', scopes: ['read', 'ingest'], expiresAt: null },
  requestsAMinute: 1_000_000,
})
announce({ port, authorization: `Bearer ${key}` })

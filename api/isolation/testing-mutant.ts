import { openChanges } from '../db/changes-over-postgres.ts'
import { APPLICATION_ROLE, connect } from '../db/client.ts'
import { migrate } from '../db/migrate.ts'
import { makePlaces } from '../lib/places.ts'
import type { Services } from '../schema/context.ts'
import { schema } from '../schema/index.ts'
import { testServices } from '../schema/testing.ts'
import { makeServer } from '../server/server.ts'
import { verifyIsolation } from './verify.ts'

/**
 * A program of its own, for a copy of the source that something was taken out of: a server and the check in one process.
 * `node testing-mutant.ts <database> <root fields> <parts>`, and again with the next pair as long as nothing was found.
 */
const [url = '', ...rounds] = process.argv.slice(2)
const log = { info: () => {}, error: () => {} }

const owner = connect(url, { max: 1 })
await migrate(owner)
const sql = connect(url, { role: APPLICATION_ROLE })
const changes = openChanges({ url, sql, log })
const services: Services = {
  ...testServices(sql, changes),
  queriesAtOnce: makePlaces(5_000),
  statementsAtOnce: makePlaces(5_000),
}
const server = makeServer({ services, url, log, port: 0, host: '127.0.0.1' })
const { port } = await server.start()
const { tokens, now } = services
const options = { sql, owner, tokens, url: `http://127.0.0.1:${port}`, schema, routes: server.routes, now }

for (let i = 0; i < rounds.length; i += 2) {
  const only = { fields: new RegExp(rounds[i]!), parts: new RegExp(rounds[i + 1]!) }
  const report = await verifyIsolation({ ...options, only })
  console.log(JSON.stringify(report.findings))
  if (!report.clean) process.exit(1)
}
process.exit(0)

import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { announce, readTarget } from './serve.ts'

/** A GraphQL server that makes its schema, its plans and its SQL from the database. */
const { url, folder } = readTarget()
const load = createRequire(`${folder}/package.json`)
const { postgraphile } = load('postgraphile')
const { PostGraphileAmberPreset } = load('postgraphile/presets/amber')
const { makePgService } = load('postgraphile/adaptors/pg')
const { grafserv } = load('postgraphile/grafserv/node')
const { jsonPgSmartTags } = load('postgraphile/utils')

// Jobs have no foreign key: it would cost every row that is sent.
const foreignKey = '(organization_id, pipeline_id) references pipelines (organization_id, id)'
const preset = {
  extends: [PostGraphileAmberPreset],
  plugins: [jsonPgSmartTags({ version: 1, config: { class: { jobs: { tags: { foreignKey } } } } })],
  pgServices: [makePgService({ connectionString: url, schemas: ['public'] })],
  grafserv: { graphqlPath: '/graphql', graphiql: false },
  grafast: { explain: false },
}
const server = createServer()
const instance = postgraphile(preset)
await instance.createServ(grafserv).addTo(server)
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
announce({ port: (server.address() as AddressInfo).port, authorization: null })

import { createRequire } from 'node:module'
import type postgres from 'postgres'
import { selectListPage } from '../queries.ts'
import { announce, readTarget } from './serve.ts'

/** A GraphQL server made for speed, with a schema of what the benchmark asks for and the same statement. */
const { url, organizationId, folder } = readTarget()
const load = createRequire(`${folder}/package.json`)
const fastify = load('fastify')
const mercurius = load('mercurius')
const sql = (load('postgres') as typeof postgres)(url, { max: 10, onnotice: () => {}, connection: { jit: false } })

const schema = `
  type Pipeline { id: ID! name: String! }
  type Job {
    id: ID! externalId: String! status: String! at: String! queuedAt: String startedAt: String finishedAt: String
    durationMs: Float trigger: String pipeline: Pipeline!
  }
  type PageInfo { hasNextPage: Boolean! }
  type JobConnection { nodes: [Job!]! pageInfo: PageInfo! }
  type Query { jobs(first: Int): JobConnection! }`
const time = (name: string) => (job: Record<string, Date | null>) => job[name]?.toISOString() ?? null
const resolvers = {
  Query: {
    async jobs() {
      const rows = await selectListPage(sql, organizationId)
      return { nodes: rows.slice(0, 50), pageInfo: { hasNextPage: rows.length > 50 } }
    },
  },
  Job: {
    at: time('at'),
    queuedAt: time('queuedAt'),
    startedAt: time('startedAt'),
    finishedAt: time('finishedAt'),
    pipeline: (job: { pipelineKey: string; pipelineName: string }) => ({ id: job.pipelineKey, name: job.pipelineName }),
  },
}
const app = fastify()
app.register(mercurius, { schema, resolvers, jit: 1 })
await app.listen({ port: 0, host: '127.0.0.1' })
announce({ port: app.server.address().port, authorization: null })

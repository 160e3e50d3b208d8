import { openChanges } from '../db/changes-over-postgres.ts'
import { testDatabase } from '../db/testing.ts'
import { createKey } from '../features/keys/index.ts'
import { createOrganization } from '../features/organizations/index.ts'
import type { Log } from '../lib/log.ts'
import type { Mail } from '../lib/mailer.ts'
import type { Services } from '../schema/context.ts'
import { testServices } from '../schema/testing.ts'
import { makeServer, type ServerOptions } from './server.ts'

export const silent: Log = { info: () => {}, error: () => {} }

/** The real server on a port of its own with a fresh database, one organization, and a key that may do everything. */
export async function testServer(options: Partial<ServerOptions> = {}) {
  const database = await testDatabase()
  const { sql, url } = database
  const changes = openChanges({ url, sql, log: silent })
  const logged: string[] = []
  const log: Log = {
    info: () => {},
    error: (message, details) => logged.push(`${message} ${String(details?.['error'])}`),
  }
  const mails: Mail[] = []
  const mail = { send: async (sent: Mail) => void mails.push(sent) }
  const services: Services = { ...testServices(sql, changes), mail, log }
  const serve = (onPort: number) => makeServer({ services, url, log, port: onPort, host: '127.0.0.1', ...options })
  let server = serve(0)
  const { port } = await server.start()
  const base = `http://127.0.0.1:${port}`
  services.publicUrl = base
  const organization = await createOrganization(sql, 'Test')
  const scopes = ['read', 'ingest', 'manage']
  const { key } = await createKey(services, organization.id, { name: 'test', scopes, expiresAt: null })
  const bearer = { Authorization: `Bearer ${key}` }
  return {
    ...database,
    base,
    port,
    key,
    bearer,
    /** What it answers, as `GET /path`, besides the page. */
    routes: server.routes,
    organization,
    changes,
    services,
    /** Letters that the server sent. */
    mails,
    /** Errors that the server logged: a test that provokes none expects it to be empty. */
    logged,
    /** Asks GraphQL over HTTP, as a program with the key would. */
    async ask(query: string, variables?: Record<string, unknown>) {
      const headers = { ...bearer, 'Content-Type': 'application/json' }
      const response = await fetch(`${base}/graphql`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ query, variables }),
      })
      return (await response.json()) as {
        data?: Record<string, unknown>
        errors?: { message: string; path?: string[]; extensions?: { code?: string } }[]
      }
    },
    /** Stops answering, as when the server is stopped. The database stays. */
    stopServing: () => server.stop(),
    /** Answers again, at the same address. */
    async serveAgain() {
      server = serve(port)
      await server.start()
    },
    async stop() {
      await server.stop()
      await changes.close()
      await database.drop()
    },
  }
}

export type TestServer = Awaited<ReturnType<typeof testServer>>

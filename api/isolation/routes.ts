import { makeAnalyst } from '../analyst/index.ts'
import { makeGuardedFetch } from '../lib/guarded-fetch.ts'
import type { Log } from '../lib/log.ts'
import { makePlaces } from '../lib/places.ts'
import type { Services } from '../schema/context.ts'
import { makeServer } from '../server/server.ts'

const silent: Log = { info: () => {}, error: () => {} }

/** The addresses that this version of the server answers, from a server that is made and never started. */
export async function routesOf(
  database: Pick<Services, 'sql' | 'tokens' | 'seal'> & { url: string },
): Promise<readonly string[]> {
  const services: Services = {
    ...database,
    now: () => new Date(),
    log: silent,
    changes: { publish: () => {}, subscribe: () => () => {} },
    mail: null,
    queriesAtOnce: makePlaces(0),
    statementsAtOnce: makePlaces(0),
    analyst: makeAnalyst(),
    fetch: makeGuardedFetch(null),
    pwnedPasswordsUrl: null,
    publicUrl: 'http://localhost',
  }
  const server = makeServer({ services, url: database.url, log: silent, port: 0 })
  await server.stop()
  return server.routes
}

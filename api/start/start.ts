import type { Config } from '../config.ts'
import { makeAnalyst } from '../analyst/index.ts'
import { openChanges } from '../db/changes-over-postgres.ts'
import { startDemo } from '../demo/index.ts'
import { startScans } from '../features/insights/index.ts'
import { setupToken } from '../features/people/index.ts'
import { startRetention } from '../features/retention/index.ts'
import { errorCode } from '../lib/error-code.ts'
import { makeGuardedFetch } from '../lib/guarded-fetch.ts'
import type { Log } from '../lib/log.ts'
import { makePlaces } from '../lib/places.ts'
import { makeSeal } from '../lib/seal.ts'
import { makeTokens } from '../lib/tokens.ts'
import { UserError } from '../lib/user-error.ts'
import type { Services } from '../schema/context.ts'
import { loggedMailer, smtpMailer } from '../mail/index.ts'
import { startUpkeep } from '../rollups/index.ts'
import { makeServer } from '../server/server.ts'
import { openDatabase } from './open-database.ts'
import type { Ready } from './ready-message.ts'
import { openSecrets } from './secrets.ts'

/** How long a query waits for a place when its organization has too many under way. */
const PATIENCE_MS = 5_000
/** The same for a table or series: a dashboard asks for many at once, and each may take seconds. */
const STATEMENT_PATIENCE_MS = 10_000

interface StartOptions {
  config: Config
  now: () => Date
  log: Log
  /** Aborted when a person wants it to stop: the start then ends after the step that it is at. */
  signal: AbortSignal
}

export interface Started {
  ready: Ready
  /** Stops everything in the reverse order of its start. */
  stop(): Promise<void>
}

/**
 * Starts everything on one machine: database, migrations, the bus, the server, the upkeep of rollups, retention, the
 * demo, and the scans for insights. When a step fails, what was started before it is stopped again. Throws a UserError for what a person can put right.
 * Null when it was told to stop.
 */
export async function start({ config, now, log, signal }: StartOptions): Promise<Started | null> {
  const closers: (() => Promise<void>)[] = []
  const stop = async () => {
    for (const close of closers.splice(0).reverse()) await close()
  }
  try {
    const database = await openDatabase(config, { purpose: 'server', say: (sentence) => log.info(sentence) })
    const { sql, url, engine } = database
    closers.push(database.close)
    if (database.applied.length > 0) log.info('Migrated the database', { applied: database.applied })
    const changes = openChanges({ url, sql, log })
    closers.push(changes.close)
    if (signal.aborted) return await stop().then(() => null)

    const analyst = makeAnalyst()
    closers.push(analyst.close)
    const secrets = await openSecrets(config)
    const services: Services = {
      sql,
      changes,
      now,
      log,
      tokens: makeTokens(secrets),
      seal: makeSeal(secrets),
      queriesAtOnce: makePlaces(PATIENCE_MS),
      statementsAtOnce: makePlaces(STATEMENT_PATIENCE_MS),
      analyst,
      mail:
        config.smtpUrl === null ? null : loggedMailer(smtpMailer({ url: config.smtpUrl, from: config.mailFrom }), log),
      fetch: makeGuardedFetch(config.production ? config.privateNetworks : null),
      pwnedPasswordsUrl: config.pwnedPasswordsUrl,
      publicUrl: config.publicUrl ?? `http://localhost:${config.port}`,
    }
    const server = makeServer({ services, url, log, port: config.port, proxies: config.proxies, hardening: config })
    const { port } = await server.start().catch((error: unknown) => {
      throw explainPort(error, config.port)
    })
    closers.push(server.stop)
    const upkeep = startUpkeep({ sql, log, now })
    closers.push(upkeep.stop)
    const retention = startRetention({ sql, log, now })
    closers.push(retention.stop)
    const { dataDirectory } = config
    const demo = config.demo ? await startDemo({ ...services, dataDirectory, log }) : null
    if (demo) closers.push(demo.stop)
    // Last: a demo has its history by now.
    const scans = startScans({ ...services, log })
    closers.push(scans.stop)
    if (signal.aborted) return await stop().then(() => null)

    const ready: Ready = {
      port,
      engine: engine.description,
      folder: database.folder,
      demo: demo?.credentials ?? null,
      setupToken: await setupToken(services),
    }
    return { ready, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

function explainPort(error: unknown, port: number): unknown {
  const code = errorCode(error)
  if (code === 'EADDRINUSE') {
    return new UserError(`Port ${port} is taken by another program: stop that one, or set PORT to a free port.`)
  }
  if (code === 'EACCES') return new UserError(`Port ${port} may not be used by this user: set PORT to one above 1023.`)
  return error
}

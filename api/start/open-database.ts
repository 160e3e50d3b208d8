import type { Config } from '../config.ts'
import { APPLICATION_ROLE, connect, type Sql } from '../db/client.ts'
import { useColumnstore } from '../db/columnstore.ts'
import { findEmbedded, FolderInUse, startEmbedded } from '../db/embedded.ts'
import { detectEngine, type Engine } from '../db/grade.ts'
import { migrate } from '../db/migrate.ts'
import { explainDatabaseProblem } from './database-problem.ts'

export interface Database {
  /** Works as the application's role, which owns nothing. */
  sql: Sql
  /** With the password: for connections of one's own, not for people. */
  url: string
  engine: Engine
  /** Where the embedded server that was started for this keeps its files; null for any other server. */
  folder: string | null
  /** Names of the migrations that were applied just now. */
  applied: string[]
  /** Ends all connections, and the embedded server if it was started for this. */
  close(): Promise<void>
}

interface Options {
  /** A server has the embedded database for itself; a command works beside a server that runs. */
  purpose: 'server' | 'command'
  say: (sentence: string) => void
}

/**
 * Opens the database that the configuration names, or else the embedded one, and brings it up to date. Throws a UserError
 * of one sentence when it cannot be reached, refuses us, is too old or too new, or is in use.
 */
export async function openDatabase(config: Config, options: Options): Promise<Database> {
  const { url, folder, stop } = await findServer(config, options)
  const sql = connect(url, { role: APPLICATION_ROLE })
  const close = async () => {
    await sql.end({ timeout: 5 })
    await stop()
  }
  try {
    const { applied, engine } = await prepare(url)
    return { sql, url, engine, folder, applied, close }
  } catch (error) {
    await close()
    throw explainDatabaseProblem(error, url)
  }
}

/** What only the owner of the tables can do. */
async function prepare(url: string): Promise<Pick<Database, 'applied' | 'engine'>> {
  const owner = connect(url, { max: 1 })
  try {
    const applied = await migrate(owner)
    const engine = await detectEngine(owner)
    await useColumnstore(owner, engine)
    return { applied, engine }
  } finally {
    await owner.end({ timeout: 5 })
  }
}

interface Server {
  url: string
  folder: string | null
  stop(): Promise<void>
}

async function findServer(config: Config, { purpose, say }: Options): Promise<Server> {
  if (config.databaseUrl !== null) return { url: config.databaseUrl, folder: null, stop: async () => {} }
  if (purpose === 'server') return startEmbedded(config.dataDirectory, { purpose, say })
  for (;;) {
    const url = await findEmbedded(config.dataDirectory)
    if (url !== null) return { url, folder: null, stop: async () => {} }
    try {
      return await startEmbedded(config.dataDirectory, { purpose, say, patienceMs: 60_000 })
    } catch (error) {
      // A server was started between our look and now: it has the database.
      if (!(error instanceof FolderInUse && error.purpose === 'server')) throw error
    }
  }
}

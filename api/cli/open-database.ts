import type { Config } from '../config.ts'
import { makeSeal, type Seal } from '../lib/seal.ts'
import { makeTokens, type Tokens } from '../lib/tokens.ts'
import { openDatabase, type Database } from '../start/open-database.ts'
import { openSecrets } from '../start/secrets.ts'
import { onStopSignals } from '../start/stop-signals.ts'

export interface CommandDatabase extends Omit<Database, 'close'> {
  tokens: Tokens
  seal: Seal
}

interface Options {
  /** For a command that ends by itself, after what it is at, when this is aborted: Ctrl-C aborts it. */
  interruption?: AbortController
}

/**
 * Runs a command with the database that the configuration names, brought up to date, and closes it afterwards. Without
 * DATABASE_URL it is the embedded one: that of the server which runs, or else one that is started for the command.
 *
 * Ctrl-C closes the database too, and ends the process. Throws a UserError when the database cannot be had.
 */
export async function withDatabase<T>(
  config: Config,
  run: (database: CommandDatabase) => Promise<T>,
  { interruption }: Options = {},
): Promise<T> {
  const opening = openDatabase(config, { purpose: 'command', say: (sentence) => console.error(sentence) })
  const state: { leaving: Promise<never> | null } = { leaving: null }
  const leaveNow = () => void (state.leaving ??= leave(opening))
  const removeHandlers = onStopSignals({
    stop: () => (interruption ? interruption.abort() : leaveNow()),
    force: leaveNow,
  })
  try {
    const database = await opening
    try {
      await state.leaving
      const secrets = await openSecrets(config)
      return await run({ ...database, tokens: makeTokens(secrets), seal: makeSeal(secrets) })
    } finally {
      await (state.leaving ?? database.close())
    }
  } finally {
    removeHandlers()
  }
}

async function leave(opening: Promise<Database>): Promise<never> {
  await opening.then((database) => database.close()).catch(() => {})
  return process.exit(130)
}

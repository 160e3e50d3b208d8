import { setTimeout as sleep } from 'node:timers/promises'
import { UserError } from '../../lib/user-error.ts'
import type { Place } from './place.ts'
import {
  disownPidFile,
  freePort,
  runningPostmaster,
  startPostmaster,
  StartFailure,
  stopPostmaster,
} from './postmaster.ts'
import type { Postmaster } from './postmaster.ts'
import type { Identity } from './run-program.ts'
import { keepLogSmall, lastReason } from './server-log.ts'

/** How long the parts of a killed server may need to notice, before we give up on it. */
const LEFTOVER_MS = 60_000
const LOG_CHECK_MS = 60_000
const RESTART_MS = 500
const LONGEST_RESTART_MS = 30_000

interface Options {
  program: string
  place: Place
  args: string[]
  identity: Identity
  say: (sentence: string) => void
}

/** Starts the server on a free port, and starts it again on the same port whenever it ends by itself, until `stop`. */
export async function superviseServer(options: Options): Promise<{ port: number; stop(): Promise<void> }> {
  const { place, say } = options
  await keepLogSmall(place.logFile)
  let server = await startOnFreePort(options)
  const { port } = server
  const stopping = new AbortController()
  const logTimer = setInterval(() => void keepLogSmall(place.logFile).catch(() => {}), LOG_CHECK_MS).unref()

  const watch = async () => {
    for (;;) {
      const reason = await server.ended
      // Somebody who stops all of us at once may have been quicker with it than with us.
      await sleep(RESTART_MS, undefined, { ref: false, signal: stopping.signal }).catch(() => {})
      if (stopping.signal.aborted) return
      say(`PostgreSQL ended by itself (${reason}) and is started again.`)
      const next = await restart(options, port, stopping.signal)
      if (!next) return
      server = next
    }
  }
  const watching = watch()

  return {
    port,
    async stop() {
      stopping.abort()
      clearInterval(logTimer)
      // Nothing that we wait for here keeps the process alive by itself.
      const keepAlive = setInterval(() => {}, LOG_CHECK_MS)
      await stopPostmaster(server.pid)
      await watching
      // A start that was under way when we were told to stop.
      const running = await runningPostmaster(place.data)
      if (running) await stopPostmaster(running.pid)
      clearInterval(keepAlive)
    },
  }
}

async function startOnFreePort(options: Options): Promise<Postmaster> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await startServer(options, await freePort())
    } catch (error) {
      if (!(error instanceof StartFailure)) throw error
      // Somebody else took the port between our look and the start.
      if (attempt < 5 && /could not bind|address already in use/i.test(error.message)) continue
      const { data, logFile } = options.place
      const reason = lastReason(error.message) ?? 'it said nothing'
      throw new UserError(`PostgreSQL did not start on ${data}: ${reason} (more in ${logFile}).`, { cause: error })
    }
  }
}

/** Tries until it works, ever more slowly: the disk may be full now and have room later. Null when told to stop. */
async function restart(options: Options, port: number, signal: AbortSignal): Promise<Postmaster | null> {
  for (let waitMs = RESTART_MS; !signal.aborted; waitMs = Math.min(waitMs * 2, LONGEST_RESTART_MS)) {
    try {
      return await startServer(options, port)
    } catch (error) {
      const reason = error instanceof Error ? lastReason(error.message) : String(error)
      options.say(`PostgreSQL did not start (${reason}) and is tried again in ${waitMs / 1000} s.`)
      await sleep(waitMs, undefined, { ref: false, signal }).catch(() => {})
    }
  }
  return null
}

/** Starts it, waiting for the parts of a killed server to end: they still have its shared memory. */
async function startServer({ program, place, args, identity }: Options, port: number): Promise<Postmaster> {
  const deadline = performance.now() + LEFTOVER_MS
  const { data, logFile } = place
  for (;;) {
    await disownPidFile(data)
    try {
      return await startPostmaster({ program, data, logFile, port, args, identity })
    } catch (error) {
      const leftover = error instanceof StartFailure && /pre-existing shared memory block/.test(error.message)
      if (!leftover || performance.now() > deadline) throw error
      await sleep(100)
    }
  }
}

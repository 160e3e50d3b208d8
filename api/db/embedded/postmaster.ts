import { spawn } from 'node:child_process'
import { open, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { commandLine, processStart, waitForEnd } from './process-table.ts'
import { spawnIdentity, type Identity } from './run-program.ts'
import { readLogFrom } from './server-log.ts'

/** How long a shutdown may take before it is forced. What is forced recovers at the next start and loses nothing. */
const STOP_MS = 30_000

/** A running PostgreSQL server: its main process. */
export interface Postmaster {
  pid: number
  port: number
  /** Fulfilled when the process is gone, with the reason. */
  ended: Promise<string>
}

/** The server did not come up. The message is what it wrote meanwhile. */
export class StartFailure extends Error {
  override name = 'StartFailure'
}

interface StartOptions {
  program: string
  data: string
  logFile: string
  port: number
  args: string[]
  identity: Identity
}

/** Starts the server and waits until it takes connections. Throws a StartFailure with its log when it ends instead. */
export async function startPostmaster(options: StartOptions): Promise<Postmaster> {
  const { data, logFile, port } = options
  const log = await open(logFile, 'a', 0o600)
  const offset = (await log.stat()).size
  if (options.identity.uid !== undefined) await log.chown(options.identity.uid, options.identity.gid ?? 0)
  const local = ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', `port=${port}`]
  // Its own session: Ctrl-C in the terminal reaches us, and we stop it when nobody uses it any more.
  const child = spawn(options.program, ['-D', data, ...local, ...options.args], {
    cwd: '/',
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
    ...spawnIdentity(options.identity),
  })
  child.unref()
  const ended = new Promise<string>((resolve) => {
    child.on('exit', (code, signal) => resolve(signal ?? `exit code ${code}`))
    child.on('error', (error) => resolve(error.message))
  })
  await log.close()
  let end: string | null = null
  void ended.then((reason) => (end = reason))
  for (;;) {
    await sleep(20)
    if (end !== null) throw new StartFailure((await readLogFrom(logFile, offset)) || end)
    const file = await readPidFile(data)
    if (child.pid && file?.pid === child.pid && file.ready) return { pid: child.pid, port, ended }
  }
}

/** Closes all connections and writes everything to disk; returns when the process is gone. */
export async function stopPostmaster(pid: number): Promise<void> {
  signal(pid, 'SIGINT')
  if (await waitForEnd(pid, STOP_MS)) return
  signal(pid, 'SIGQUIT')
  if (await waitForEnd(pid, STOP_MS)) return
  signal(pid, 'SIGKILL')
  await waitForEnd(pid, STOP_MS)
}

/** The server that runs on a data folder, whoever started it, or null. `ready` is false while it starts or stops. */
export async function runningPostmaster(data: string): Promise<{ pid: number; port: number; ready: boolean } | null> {
  const file = await readPidFile(data)
  if (!file || (await processStart(file.pid)) === null) return null
  // After a restart of the machine the number may be anybody's.
  const command = (await commandLine(file.pid)) ?? ''
  return command.includes(`postgres -D ${file.folder}`) ? file : null
}

/**
 * PostgreSQL refuses to start when the process that its lock file names is alive, even when it is by now another program.
 * Call this when `runningPostmaster` is null: the file then names us, its parent, which it knows not to be a server. The
 * rest of the file stays, because PostgreSQL finds by it whether parts of a killed server still use the data.
 */
export async function disownPidFile(data: string): Promise<void> {
  const path = join(data, 'postmaster.pid')
  const text = await readFile(path, 'utf8').catch(() => null)
  if (text !== null) await writeFile(path, text.replace(/^-?\d+/, String(process.pid)))
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => server.on('error', reject).listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

/** The lines of `postmaster.pid` (PostgreSQL source, `src/include/utils/pidfile.h`). */
async function readPidFile(data: string) {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => null)
  const lines = text?.split('\n') ?? []
  const [pid, folder, port, status] = [Number(lines[0]), lines[1], Number(lines[3]), lines[7]?.trim()]
  return pid > 0 && folder ? { pid, folder, port, ready: status === 'ready' } : null
}

function signal(pid: number, name: NodeJS.Signals) {
  try {
    process.kill(pid, name)
  } catch {
    // It is gone already, which is what is wanted.
  }
}

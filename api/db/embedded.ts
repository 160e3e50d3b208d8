import { totalmem } from 'node:os'
import { statfs } from 'node:fs/promises'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { UserError } from '../lib/user-error.ts'
import { findBinaries } from './embedded/binaries.ts'
import { ensureCluster, hasCluster, readPassword, ROLE } from './embedded/cluster.ts'
import { lockHolder, takeLock, type LockHolder } from './embedded/folder-lock.ts'
import { serverIdentity } from './embedded/identity.ts'
import { findPlace, preparePlace, type Place } from './embedded/place.ts'
import { runningPostmaster, stopPostmaster } from './embedded/postmaster.ts'
import { serverSettings, settingArguments } from './embedded/settings.ts'
import { superviseServer } from './embedded/supervise.ts'

/** A PostgreSQL server of our own, made from the binaries of an npm package. */
export interface EmbeddedServer {
  /** Address with user and password. It listens on the loopback interface only. */
  url: string
  /** Where its files are: not in the folder that was named when PostgreSQL's user cannot enter that one. */
  folder: string
  /** Shuts it down; everything committed is on disk. */
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  /** Lines for `postgresql.conf`, as `name = value`. They win over ours. */
  settings?: string[]
  /** What the folder is taken for: a command gives it back soon, so others wait for it. Default: `server`. */
  purpose?: LockHolder['purpose']
  /** How long to wait for a command that has the folder, in milliseconds. */
  patienceMs?: number
  /** Is told what a person should know, one sentence at a time. */
  say?: (sentence: string) => void
  /** Root only: where files go that PostgreSQL's user cannot reach in their own place. */
  publicFolder?: string
}

/** Another process has the data folder. */
export class FolderInUse extends UserError {
  override name = 'FolderInUse'
  readonly purpose: LockHolder['purpose']

  constructor(message: string, purpose: LockHolder['purpose']) {
    super(message)
    this.purpose = purpose
  }
}

/**
 * Starts the server whose data is in `folder`, and makes it first when the folder has none. One process at a time has the
 * folder; whatever an earlier one left behind when it was killed is cleared up, and no committed row is lost. A server that
 * dies meanwhile is started again at the same address.
 *
 * Throws a UserError when the folder is in use or cannot be used, or when PostgreSQL does not start.
 */
export async function startEmbedded(folder: string, options: EmbeddedOptions = {}): Promise<EmbeddedServer> {
  const { say = () => {}, publicFolder = '/var/lib/tachograph' } = options
  const named = resolve(folder)
  const identity = await serverIdentity((await findPlace(named)).data)
  const { binaries, note } = await findBinaries(identity, publicFolder)
  if (note) say(note)
  const place = await preparePlace(named, identity, publicFolder)
  if (place.isNew) {
    say(`The database is in ${place.folder}: PostgreSQL's user, ${identity.name}, cannot enter ${named}.`)
  }
  const release = await takeFolder(place, options)
  try {
    const settings = options.settings ?? []
    await ensureCluster(place, binaries.initdb, identity, settings.includes('fsync = off'))
    await stopOrphan(place, say)
    const args = settingArguments([...(await machineSettings()), ...settings])
    const server = await superviseServer({ program: binaries.postgres, place, args, identity, say })
    const stop = async () => {
      await server.stop()
      await release()
    }
    return { url: await address(place, server.port), folder: place.folder, stop }
  } catch (error) {
    await release()
    throw error
  }
}

/** The address of the server that another process runs on `folder`, or null when none does. Waits for one that is starting. */
export async function findEmbedded(folder: string): Promise<string | null> {
  const place = await findPlace(resolve(folder))
  for (let attempt = 1; attempt <= 600; attempt++) {
    const holder = await lockHolder(place.lockFile)
    if (holder?.purpose !== 'server') return null
    const running = (await hasCluster(place)) ? await runningPostmaster(place.data) : null
    if (running?.ready) return address(place, running.port)
    await sleep(100)
  }
  throw new UserError(`The database in ${place.named} has been starting for a minute. See ${place.logFile}.`)
}

/** Takes the folder's lock. A command that has it is waited for, a server is not. */
async function takeFolder(place: Place, options: EmbeddedOptions): Promise<() => Promise<void>> {
  const deadline = performance.now() + (options.patienceMs ?? 15_000)
  let said = false
  for (;;) {
    const answer = await takeLock(place.lockFile, options.purpose ?? 'server')
    if (answer.taken) return answer.release
    const { pid, purpose } = answer.holder
    if (purpose === 'server' || performance.now() > deadline) {
      throw new FolderInUse(
        `The data folder ${place.named} is in use by ${purpose === 'server' ? 'a Tachograph that runs' : 'a command'} as ` +
          `process ${pid}. Stop that one, or set TACHOGRAPH_DATA_DIR to another folder.`,
        purpose,
      )
    }
    if (!said) options.say?.(`Waiting for a command (process ${pid}) to finish with ${place.named}.`)
    said = true
    await sleep(100)
  }
}

/** After `kill -9` of the process that started it, the server runs on. It is stopped in good order and started anew. */
async function stopOrphan(place: Place, say: (sentence: string) => void) {
  const orphan = await runningPostmaster(place.data)
  if (!orphan) return
  say(`Stopping the PostgreSQL server (process ${orphan.pid}) that an earlier run left behind.`)
  await stopPostmaster(orphan.pid)
}

async function address(place: Place, port: number): Promise<string> {
  return `postgres://${ROLE}:${await readPassword(place)}@127.0.0.1:${port}/postgres`
}

async function machineSettings(): Promise<string[]> {
  const shared = await statfs('/dev/shm').catch(() => null)
  return serverSettings({
    // A container's limit, where there is one; without a limit it is 0 or a huge number.
    memoryBytes: Math.min(totalmem(), process.constrainedMemory() || Infinity),
    sharedMemoryBytes: shared && shared.bsize * shared.blocks,
  })
}

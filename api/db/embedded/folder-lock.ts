import { randomBytes } from 'node:crypto'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { errorCode } from '../../lib/error-code.ts'
import { processStart } from './process-table.ts'

const holderShape = z.object({
  pid: z.int().positive(),
  /** When that process began: see `processStart`. */
  startedAt: z.string(),
  /** A server keeps the folder for long; a command gives it back soon. */
  purpose: z.enum(['server', 'command']),
  /** Tells two locks of one process apart. */
  token: z.string(),
})
export type LockHolder = z.infer<typeof holderShape>

export type LockAnswer = { taken: true; release(): Promise<void> } | { taken: false; holder: LockHolder }

/**
 * Takes the lock file for this process, or says who has it. A lock whose process is gone is taken over: it was left by
 * `kill -9` or by a power cut, and no such leftover may stop a start.
 */
export async function takeLock(file: string, purpose: LockHolder['purpose']): Promise<LockAnswer> {
  const token = randomBytes(8).toString('hex')
  const mine: LockHolder = { pid: process.pid, startedAt: (await processStart(process.pid)) ?? '', purpose, token }
  for (;;) {
    if (await writeNew(file, JSON.stringify(mine))) {
      // Another process that judged an older lock stale may be moving ours away just now: it puts it back.
      await sleep(20)
      const now = await readLock(file)
      if (now?.token === token) return { taken: true, release: () => release(file, token) }
      if (now && (await isAlive(now))) return { taken: false, holder: now }
      continue
    }
    const holder = await readLock(file)
    if (holder && (await isAlive(holder))) return { taken: false, holder }
    await removeStale(file, holder)
  }
}

/** Who holds the lock, or null when nobody does. */
export async function lockHolder(file: string): Promise<LockHolder | null> {
  const holder = await readLock(file)
  return holder && (await isAlive(holder)) ? holder : null
}

async function release(file: string, token: string) {
  if ((await readLock(file))?.token === token) await rm(file, { force: true })
}

async function isAlive(holder: LockHolder): Promise<boolean> {
  return (await processStart(holder.pid)) === holder.startedAt
}

/** False when the file exists already. */
async function writeNew(file: string, text: string): Promise<boolean> {
  try {
    await writeFile(file, text, { flag: 'wx', mode: 0o644 })
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    throw error
  }
}

/** Null when there is no lock, or when what is there stays unreadable: its writer died between making and filling it. */
async function readLock(file: string): Promise<LockHolder | null> {
  for (let attempt = 1; attempt <= 5; attempt++) {
    const text = await readFile(file, 'utf8').catch((error: unknown) => {
      if (errorCode(error) === 'ENOENT') return null
      throw error
    })
    if (text === null) return null
    const parsed = holderShape.safeParse(parseJson(text))
    if (parsed.success) return parsed.data
    await sleep(20)
  }
  return null
}

/** Removes the lock that was judged stale, and no other: a new owner's lock that came in between is put back. */
async function removeStale(file: string, stale: LockHolder | null) {
  const aside = `${file}.${randomBytes(8).toString('hex')}`
  try {
    await rename(file, aside)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return
    throw error
  }
  const moved = await readLock(aside)
  if (moved && moved.token !== stale?.token) await rename(aside, file)
  else await rm(aside, { force: true })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

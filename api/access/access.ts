import type { Sql } from '../db/client.ts'
import { listen } from '../db/listen.ts'
import type { Log } from '../lib/log.ts'
import { isInNetworks } from '../lib/networks.ts'
import type { Tokens } from '../lib/tokens.ts'
import type { Viewer } from '../schema/context.ts'
import { type Credentials, readCredentials, type ShownToken } from './credentials.ts'
import { makeMemory } from './memory.ts'
import { selectKey, selectSession } from './queries.ts'
import { makeUseCounter } from './use-counter.ts'
import { viewerOfKey, viewerOfSession } from './viewer-of.ts'

/** The database tells of every change of a key, session, membership, person or organization here. */
const CHANNEL = 'tachograph_access'
/** What is remembered is read again after this time, should the database ever have failed to tell. */
const MAX_AGE_MS = 5_000
const SWEEP_MS = 1_000

/** Something that goes on for a caller, such as a socket: it ends when the caller's right to it ends. */
interface Stay {
  key: string
  shown: ShownToken
  address: string | null
  viewer: Viewer
  end: () => void
}

/** Knows who asks. */
export interface Access {
  /** Null: no credentials, malformed, unknown, expired, revoked ones, or from a network that the key is not for. */
  authenticate(credentials: Credentials, address: string | null): Promise<Viewer | null>
  /**
   * Calls `end`, once, when the caller's key or session ends, or may do something else than before, until the returned
   * function is called.
   */
  watch(credentials: Credentials, address: string | null, viewer: Viewer, end: () => void): () => void
  /** Counts one request of a caller, for "last seen" and the use of keys. */
  count(viewer: Viewer): void
  close(): Promise<void>
}

interface Options {
  sql: Sql
  /** For the connection that listens. */
  url: string
  tokens: Tokens
  now: () => Date
  log: Log
}

/**
 * Who is asking is remembered: a token costs one statement when it is first seen. The database tells every process at once
 * when something changes, whoever changes it, and what is remembered about it is forgotten. While nothing can be heard,
 * nothing is remembered.
 */
export function openAccess({ sql, url, tokens, now, log }: Options): Access {
  const memory = makeMemory()
  const stays = new Set<Stay>()
  const uses = makeUseCounter({ sql, now, log })
  let hears = false

  const look = async (shown: ShownToken): Promise<Viewer | null> => {
    const key = shown.hash.toString('hex')
    const at = now().getTime()
    const known = hears ? memory.find(key, at - MAX_AGE_MS) : undefined
    if (known !== undefined) return standing(known)
    const moment = memory.moment()
    const viewer = await read(shown)
    if (hears) memory.keep(key, { viewer, at }, moment)
    return standing(viewer)
  }
  const standing = (viewer: Viewer | null) => (viewer && !hasEnded(viewer, now()) ? viewer : null)
  const read = async (shown: ShownToken): Promise<Viewer | null> => {
    if (shown.kind === 'key') {
      const row = await selectKey(sql, shown.hash, now())
      return row && viewerOfKey(row)
    }
    const row = await selectSession(sql, shown.hash, now())
    return row && viewerOfSession(row)
  }
  const authenticate: Access['authenticate'] = async (credentials, address) => {
    const shown = readCredentials(tokens, credentials)
    const viewer = shown && (await look(shown))
    return viewer && mayComeFrom(viewer, address) ? viewer : null
  }

  const check = async (stay: Stay) => {
    const viewer = await look(stay.shown).catch(() => undefined)
    // While the database is away nothing can be asked of it either; it is asked again at the next sweep.
    if (viewer === undefined || !stays.has(stay)) return
    if (viewer && isSame(viewer, stay.viewer)) return void (stay.viewer = viewer)
    stays.delete(stay)
    stay.end()
  }
  const checkAll = (isMeant: (key: string, viewer: Viewer) => boolean) => {
    for (const stay of stays) if (isMeant(stay.key, stay.viewer)) void check(stay)
  }
  const listening = listen({
    url,
    channel: CHANNEL,
    log,
    onText: (message) => checkAll(memory.forget(message)),
    onListening() {
      hears = true
      memory.clear()
      checkAll(() => true)
    },
    onDeaf() {
      hears = false
      memory.clear()
    },
  })
  const sweep = setInterval(() => checkAll((_key, viewer) => !hears || hasEnded(viewer, now())), SWEEP_MS).unref()

  return {
    authenticate,
    watch(credentials, address, viewer, end) {
      const shown = readCredentials(tokens, credentials)
      if (!shown) throw new RangeError('Only who was authenticated can be watched')
      const stay: Stay = { key: shown.hash.toString('hex'), shown, address, viewer, end }
      stays.add(stay)
      // It may have ended since the caller was authenticated, when nobody watched.
      void check(stay)
      return () => void stays.delete(stay)
    },
    count: uses.count,
    async close() {
      clearInterval(sweep)
      stays.clear()
      await listening.close()
      await uses.close()
    },
  }
}

function mayComeFrom(viewer: Viewer, address: string | null): boolean {
  const networks = viewer.apiKey?.addresses
  return !networks || isInNetworks(address, networks)
}

function hasEnded({ expiresAt }: Viewer, now: Date): boolean {
  return expiresAt !== null && expiresAt <= now
}

/** Whether a caller may still do what they could: another name is no reason to end anything. */
function isSame(now: Viewer, then: Viewer): boolean {
  return now === then || rightsOf(now) === rightsOf(then)
}

function rightsOf({ organization, permissions, apiKey }: Viewer): string {
  return JSON.stringify([organization.id, [...permissions], apiKey?.pipelines ?? null, apiKey?.addresses ?? null])
}

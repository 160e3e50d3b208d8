import type { Sql } from '../db/client.ts'
import { listen } from '../db/listen.ts'
import type { Log } from '../lib/log.ts'
import { isInNetworks } from '../lib/networks.ts'
import type { Tokens } from '../lib/tokens.ts'
import type { Viewer } from '../schema/context.ts'
import { type Credentials, credentialsReader, type ShownToken } from './credentials.ts'
import { makeMemory } from './memory.ts'
import { selectKey, selectLink, selectSession } from './queries.ts'
import { makeStays } from './stays.ts'
import { makeUseCounter } from './use-counter.ts'
import { viewerOfKey, viewerOfLink, viewerOfSession } from './viewer-of.ts'

/** The database tells of every change of a key, share link, session, membership, person or organization here. */
const CHANNEL = 'tachograph_access'
/** What is remembered is read again after this time, should the database ever have failed to tell. */
const MAX_AGE_MS = 5_000
const SWEEP_MS = 1_000

/** Knows who asks. */
export interface Access {
  /** Null: no credentials, malformed, unknown, expired, revoked ones, or from a network that the key is not for. */
  authenticate(credentials: Credentials, address: string | null): Promise<Viewer | null>
  /**
   * Calls `end`, once, when the caller's key, link or session ends, or may do something else than before, until the returned
   * function is called.
   */
  watch(credentials: Credentials, viewer: Viewer, end: () => void): () => void
  /** Forgets, in this process, all that is remembered of the caller's organization. */
  forget(viewer: Viewer): void
  /** Counts one request of a caller, for "last seen" and the use of keys and links. */
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
  const read = credentialsReader(tokens)
  const uses = makeUseCounter({ sql, now, log })
  let hears = false

  const look = async (shown: ShownToken): Promise<Viewer | null> => {
    const key = shown.hash.toString('hex')
    const at = now().getTime()
    const known = hears ? memory.find(key, at - MAX_AGE_MS) : undefined
    if (known !== undefined) return standing(known, now())
    const moment = memory.moment()
    const viewer = await select(sql, shown, now())
    if (hears) memory.keep(key, { viewer, at }, moment)
    return standing(viewer, now())
  }
  const stays = makeStays(look)
  const listening = listen({
    url,
    channel: CHANNEL,
    log,
    onText: (message) => stays.checkAll(memory.forget(message)),
    onListening() {
      hears = true
      memory.clear()
      stays.checkAll(() => true)
    },
    onDeaf() {
      hears = false
      memory.clear()
    },
  })
  const sweep = setInterval(
    () => stays.checkAll((_key, viewer) => !hears || standing(viewer, now()) === null),
    SWEEP_MS,
  ).unref()

  return {
    async authenticate(credentials, address) {
      const shown = read(credentials)
      const viewer = shown && (await look(shown))
      return viewer && mayComeFrom(viewer, address) ? viewer : null
    },
    watch(credentials, viewer, end) {
      const shown = read(credentials)
      if (!shown) throw new RangeError('Only who was authenticated can be watched')
      return stays.add({ key: shown.hash.toString('hex'), shown, viewer, end })
    },
    forget: ({ organization }) => stays.checkAll(memory.forget(`organization ${organization.id}`)),
    count: uses.count,
    async close() {
      clearInterval(sweep)
      stays.clear()
      await listening.close()
      await uses.close()
    },
  }
}

async function select(sql: Sql, shown: ShownToken, now: Date): Promise<Viewer | null> {
  switch (shown.kind) {
    case 'key': {
      const row = await selectKey(sql, shown.hash, now)
      return row && viewerOfKey(row)
    }
    case 'share': {
      const row = await selectLink(sql, shown.hash, now)
      return row && viewerOfLink(row)
    }
    case 'session': {
      const row = await selectSession(sql, shown.hash, now)
      return row && viewerOfSession(row)
    }
  }
}

/** The viewer, unless the key, link or session has ended by itself. */
function standing(viewer: Viewer | null, now: Date): Viewer | null {
  return viewer?.expiresAt && viewer.expiresAt <= now ? null : viewer
}

function mayComeFrom(viewer: Viewer, address: string | null): boolean {
  const networks = viewer.apiKey?.addresses
  return !networks || isInNetworks(address, networks)
}

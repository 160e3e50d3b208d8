import { decodeChange, encodeChange } from '../lib/change-message.ts'
import { CHANGING, type Change, type Changes } from '../lib/changes.ts'
import { joinChanges } from '../lib/coalesce-changes.ts'
import type { Log } from '../lib/log.ts'
import type { Sql } from './client.ts'
import { listen } from './listen.ts'

const CHANNEL = 'tachograph_changes'
/** The first change goes out at once; what follows within this time goes out together. */
const WINDOW_MS = 250
const RETRY_MS = 1_000

export interface PostgresChanges extends Changes {
  /** Sends what is still waiting, and stops listening. */
  close(): Promise<void>
}

interface Options {
  /** For the connection that listens: it is kept apart from the pool, for as long as anyone subscribes. */
  url: string
  /** Sends the notifications. */
  sql: Sql
  log: Log
}

/**
 * The bus between processes: PostgreSQL's NOTIFY. Every process, the one that made the change included, hears of it the
 * same way. At most four notifications a second leave one process for one organization and dataset, however many rows
 * change: each notifying commit takes a global lock in PostgreSQL.
 */
export function openChanges({ url, sql, log }: Options): PostgresChanges {
  const listeners = new Map<number, Set<(change: Change) => void>>()
  const sender = makeSender(sql, log)
  let listening: { close(): Promise<void> } | null = null

  const deliver = (change: Change) => {
    for (const listener of listeners.get(change.organizationId) ?? []) listener(change)
  }
  /** After the listening connection broke, anything may have been missed: everyone is told that anything may have changed. */
  const deliverAnything = () => {
    for (const organizationId of listeners.keys()) {
      for (const dataset of CHANGING) {
        deliver({ organizationId, dataset, from: new Date(0), to: new Date(8.64e15), ids: null })
      }
    }
  }

  const onText = (text: string) => {
    const change = decodeChange(text)
    if (change) deliver(change)
  }
  let listenedBefore = false
  const onListening = () => {
    if (listenedBefore) deliverAnything()
    listenedBefore = true
  }

  return {
    publish: sender.publish,
    subscribe(organizationId, listener) {
      listening ??= listen({ url, channel: CHANNEL, log, onText, onListening })
      const group = listeners.get(organizationId) ?? new Set()
      listeners.set(organizationId, group.add(listener))
      return () => {
        group.delete(listener)
        if (group.size === 0 && listeners.get(organizationId) === group) listeners.delete(organizationId)
      }
    },
    async close() {
      await sender.close()
      listeners.clear()
      await listening?.close()
    },
  }
}

/** Joins changes that come close together and sends them as notifications. */
function makeSender(sql: Sql, log: Log) {
  const waiting = new Map<string, Change>()
  const windows = new Map<string, NodeJS.Timeout>()
  const sending = new Set<Promise<void>>()

  const send = (key: string) => {
    windows.delete(key)
    const change = waiting.get(key)
    if (!change) return
    waiting.delete(key)
    open(key, WINDOW_MS)
    const sent = sql`select pg_notify(${CHANNEL}, ${encodeChange(change)})`
      .then(
        () => {},
        (error: unknown) => {
          log.error('A change could not be announced and will be tried again', { error })
          wait(key, change)
          open(key, RETRY_MS)
        },
      )
      .finally(() => sending.delete(sent))
    sending.add(sent)
  }
  const wait = (key: string, change: Change) => {
    const earlier = waiting.get(key)
    waiting.set(key, (earlier && joinChanges(earlier, change)) ?? change)
  }
  const open = (key: string, ms: number) => {
    if (!windows.has(key)) windows.set(key, setTimeout(() => send(key), ms).unref())
  }

  return {
    publish(change: Change) {
      const key = `${change.organizationId} ${change.dataset}`
      wait(key, change)
      if (!windows.has(key)) send(key)
    },
    async close() {
      for (const key of [...waiting.keys()]) send(key)
      for (const timer of windows.values()) clearTimeout(timer)
      windows.clear()
      await Promise.allSettled(sending)
    },
  }
}

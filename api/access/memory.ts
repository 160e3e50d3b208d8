import type { Viewer } from '../schema/context.ts'

interface Entry {
  viewer: Viewer | null
  /** When it was read, in milliseconds. */
  at: number
}

/** As many callers as are remembered: the one that was remembered first makes room. */
const CAPACITY = 10_000

/** Who tokens stand for, as far as it was asked lately. */
export interface Memory {
  /** Undefined: it is not known, or was read before `since`. */
  find(key: string, since: number): Viewer | null | undefined
  /** `since`: what `moment` was before the viewer was read. When something was forgotten meanwhile, nothing is kept. */
  keep(key: string, entry: Entry, since: number): void
  /** Another number each time that something was forgotten. */
  moment(): number
  /**
   * Forgets what a message of the database says has changed: "token <hex>", "user <id>", "organization <id>". Returns a test
   * that tells which callers it was about.
   */
  forget(message: string): (key: string, viewer: Viewer) => boolean
  clear(): void
}

/** Makes an empty one. */
export function makeMemory(): Memory {
  const entries = new Map<string, Entry>()
  let moment = 0
  return {
    find(key, since) {
      const entry = entries.get(key)
      return entry && entry.at >= since ? entry.viewer : undefined
    },
    moment: () => moment,
    keep(key, entry, since) {
      if (since !== moment) return
      entries.delete(key)
      entries.set(key, entry)
      if (entries.size > CAPACITY) entries.delete(entries.keys().next().value!)
    },
    forget(message) {
      moment++
      const isMeant = readMessage(message)
      for (const [key, { viewer }] of entries) {
        if (viewer ? isMeant(key, viewer) : message === `token ${key}`) entries.delete(key)
      }
      return isMeant
    },
    clear() {
      moment++
      entries.clear()
    },
  }
}

function readMessage(message: string): (key: string, viewer: Viewer) => boolean {
  const [what, value] = message.split(' ')
  if (what === 'token') return (key) => key === value
  if (what === 'user') return (_key, viewer) => viewer.user?.id === Number(value)
  if (what === 'organization') return (_key, viewer) => viewer.organization.id === Number(value)
  return () => true
}

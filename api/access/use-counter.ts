import type { Sql } from '../db/client.ts'
import type { Log } from '../lib/log.ts'
import { dayOf } from '../lib/utc-day.ts'
import type { Viewer } from '../schema/context.ts'
import { addKeyUse, type KeyUse, type SeenSession, touchLinks, touchSessions, type UsedLink } from './queries.ts'

const FLUSH_MS = 2_000

/** Counts requests of keys and notes when sessions and share links were last seen, and writes that down every two seconds. */
export function makeUseCounter({ sql, now, log }: { sql: Sql; now: () => Date; log: Log }) {
  let uses = new Map<string, KeyUse>()
  let sessions = new Map<number, SeenSession>()
  let links = new Map<number, UsedLink>()
  let writing: Promise<void> = Promise.resolve()

  const flush = async () => {
    const [keys, seen, used] = [[...uses.values()], [...sessions.values()], [...links.values()]]
    uses = new Map()
    sessions = new Map()
    links = new Map()
    try {
      if (keys.length > 0) await addKeyUse(sql, keys, now())
      if (seen.length > 0) await touchSessions(sql, seen, now())
      if (used.length > 0) await touchLinks(sql, used, now())
    } catch (error) {
      // The counts of two seconds are lost then: requests do not wait for them.
      log.error('The use of keys, links and sessions could not be noted', { error })
    }
  }
  const timer = setInterval(() => {
    if (uses.size + sessions.size + links.size > 0) writing = writing.then(flush)
  }, FLUSH_MS).unref()

  return {
    count(viewer: Viewer) {
      const { session, user, shareLink, organization } = viewer
      if (session && user) sessions.set(session.id, { id: session.id, userId: user.id })
      if (shareLink) links.set(shareLink.id, { id: shareLink.id, organizationId: organization.id })
      if (!viewer.apiKey) return
      const keyId = viewer.apiKey.id
      const organizationId = organization.id
      const day = dayOf(now())
      const key = `${organizationId} ${keyId} ${day}`
      const use = uses.get(key) ?? { organizationId, keyId, day, requests: 0 }
      uses.set(key, { ...use, requests: use.requests + 1 })
    },
    async close() {
      clearInterval(timer)
      await (writing = writing.then(flush))
    },
  }
}

import type { Change } from './changes.ts'

/** More rows than this are not named one by one: 300 ids of 22 characters fit into the 8,000 bytes of a notification. */
export const MOST_IDS = 300

/** One change that covers both, or null when they are about different things. */
export function joinChanges(a: Change, b: Change): Change | null {
  if (a.organizationId !== b.organizationId || a.dataset !== b.dataset) return null
  return {
    organizationId: a.organizationId,
    dataset: a.dataset,
    from: a.from < b.from ? a.from : b.from,
    to: a.to > b.to ? a.to : b.to,
    ids: joinIds(a.ids, b.ids),
  }
}

function joinIds(a: string[] | null, b: string[] | null): string[] | null {
  if (!a || !b) return null
  const ids = new Set([...a, ...b])
  return ids.size > MOST_IDS ? null : [...ids]
}

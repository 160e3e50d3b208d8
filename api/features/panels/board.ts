import { share } from '../../lib/shared.ts'
import { partChange, type PanelPart, partRevision } from './panel-part.ts'
import type { PanelChange, PanelsChange } from './panels-change.ts'

/** Changes that come within this time are told together. */
const GATHER_MS = 30

/** What a reader has of one part. */
export interface PartSeen {
  /** Null: nothing. */
  revision: number | null
  /** False until it was told, even if only that nothing was missed. */
  isTold: boolean
}

/** What is new, and what the reader has when it has applied it. */
export interface BoardNews {
  change: PanelsChange
  seen: readonly PartSeen[]
}

/** Panels that are watched together, for all who watch the same. */
export interface Board {
  parts: readonly PanelPart[]
  /** One object for all who have the same; null: nothing is new. */
  news(seen: readonly PartSeen[]): BoardNews | null
  /** Calls `tell` when there may be something new, until the returned function is called. */
  watch(tell: () => void): () => void
}

/** Puts parts together. It watches them while it is watched itself; `onIdle` says that it is not any more. */
export function makeBoard(parts: readonly PanelPart[], onIdle: () => void): Board {
  const watchers = new Set<() => void>()
  const known = new Map<string, BoardNews>()
  let unwatch: (() => void)[] = []
  let gathering: NodeJS.Timeout | null = null

  const tellAll = () => {
    gathering = null
    known.clear()
    for (const tell of watchers) tell()
  }
  const gather = () => void (gathering ??= setTimeout(tellAll, GATHER_MS).unref())
  const start = () => {
    unwatch = parts.flatMap(({ source }) => (source.kind === 'problem' ? [] : [source.entry.watch(gather)]))
  }
  const stop = () => {
    for (const end of unwatch) end()
    if (gathering) clearTimeout(gathering)
    gathering = null
    onIdle()
  }
  return {
    parts,
    news(seen) {
      const key = parts.map((part, index) => keyOf(seen[index]!, partRevision(part))).join(' ')
      const news = known.get(key) ?? newsOf(parts, seen)
      if (news) known.set(key, news)
      return news
    },
    watch(tell) {
      watchers.add(tell)
      if (watchers.size === 1) start()
      return () => {
        watchers.delete(tell)
        if (watchers.size === 0) stop()
      }
    },
  }
}

function keyOf({ revision, isTold }: PartSeen, newest: number): string {
  return isTold && revision === newest ? '' : `${revision}>${newest}`
}

function newsOf(parts: readonly PanelPart[], seen: readonly PartSeen[]): BoardNews | null {
  const changes: PanelChange[] = []
  const seenNow = parts.map((part, index): PartSeen => {
    const before = seen[index]!
    const newest = partRevision(part)
    const change = before.isTold && before.revision === newest ? null : partChange(part, before.revision)
    if (!change) return before
    changes.push(change)
    return { revision: newest, isTold: true }
  })
  return changes.length === 0 ? null : { change: share({ changes }), seen: seenNow }
}

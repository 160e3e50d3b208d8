import type { Reach } from '../../db/reach.ts'
import type { Changes } from '../../lib/changes.ts'
import { followLatest } from '../../lib/latest.ts'
import type { Context } from '../../schema/context.ts'
import { revisionIn } from '../live/index.ts'
import { type Board, makeBoard, type PartSeen } from './board.ts'
import type { PanelContext } from './panel-context.ts'
import type { PanelDocument } from './panel-document.ts'
import { type PanelPart, panelParts } from './panel-part.ts'
import type { PanelsChange } from './panels-change.ts'

/** What is watched. */
export interface WatchedPanels {
  reach: Reach
  panels: readonly PanelDocument[]
  /** What the dashboard gives: with its own range and time zone where the reader chose none. */
  panelContext: PanelContext
  /** The last revisions that were applied, after a break. */
  since: readonly string[]
}

const boards = new WeakMap<Changes, Map<string, Board>>()

/**
 * What is new of panels, again and again: first each answer as it comes, or what was missed of it, then what changes. What
 * comes within a few hundredths of a second comes together. A panel that cannot be answered has a problem in its place.
 */
export function watchPanels(context: Context, watched: WatchedPanels): AsyncIterableIterator<PanelsChange> {
  const board = boardOf(context.changes, panelParts(context, watched.panels, watched))
  let seen: readonly PartSeen[] = board.parts.map((part) => ({ revision: seenOf(part, watched.since), isTold: false }))
  let unwatch = () => {}
  const { tell, values } = followLatest({
    take() {
      const news = board.news(seen)
      if (!news) return null
      seen = news.seen
      return news.change
    },
    onClose: () => unwatch(),
  })
  unwatch = board.watch(tell)
  return values
}

/** The board with these parts: one for all who watch them, so that what is told is one object for all of them. */
function boardOf(changes: Changes, parts: readonly PanelPart[]): Board {
  const open = boards.get(changes) ?? new Map<string, Board>()
  boards.set(changes, open)
  const key = JSON.stringify(
    parts.map(({ head, source }) => [head, 'entry' in source ? source.entry.id : source.problem]),
  )
  const board = open.get(key) ?? makeBoard(parts, () => open.delete(key))
  open.set(key, board)
  return board
}

function seenOf({ source }: PanelPart, since: readonly string[]): number | null {
  if (source.kind === 'problem') return null
  const { entry } = source
  return since.map((text) => revisionIn(text, entry)).find((revision) => revision !== null) ?? null
}

/** What a key asks of a chart. Indexes are of buckets. */
export type PlotCommand =
  | { do: 'move'; to: number; select: boolean }
  | { do: 'open'; shift: boolean }
  | { do: 'zoom'; factor: number }
  | { do: 'table' }
  | { do: 'leave' }

/** Buckets that Page Up and Page Down go over. */
const pageStep = 10

/**
 * Reads a key. Arrows, Home, End, Page Up and Page Down move over `count` buckets from `index` (-1: not there yet, the
 * move begins at the latest), with Shift they select; Enter opens, + and - zoom, T shows the table, Escape leaves. Null for every other key.
 */
export function readPlotKey(key: string, shift: boolean, index: number, count: number): PlotCommand | null {
  if (count === 0) return key === 't' ? { do: 'table' } : null
  const last = count - 1
  const at = index === -1 ? (key === 'ArrowLeft' ? count : last - 1) : index
  const moves: Record<string, number> = {
    ArrowLeft: at - 1,
    ArrowRight: at + 1,
    PageUp: at - pageStep,
    PageDown: at + pageStep,
    Home: 0,
    End: last,
  }
  const to = moves[key]
  if (to !== undefined) return { do: 'move', to: Math.min(last, Math.max(0, to)), select: shift }
  if (key === 'Enter') return { do: 'open', shift }
  if (key === '+' || key === '=') return { do: 'zoom', factor: 0.5 }
  if (key === '-' || key === '_') return { do: 'zoom', factor: 2 }
  if (key === 't' || key === 'T') return { do: 'table' }
  if (key === 'Escape') return { do: 'leave' }
  return null
}

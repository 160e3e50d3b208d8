/** What a key asks of a scene. Indexes are of items. */
export type SceneCommand =
  | { do: 'move'; to: number }
  | { do: 'open'; shift: boolean }
  | { do: 'zoom'; factor: number }
  | { do: 'table' }
  | { do: 'leave' }

/**
 * Reads a key. Left and right move from item to item, up and down by a row of `columns`; Home and End go to the ends; Enter
 * opens, + and - zoom, T shows the table, Escape leaves. `index` is -1 before the first move. Null for every other key.
 */
export function readSceneKey(
  key: string,
  shift: boolean,
  index: number,
  { count, columns }: { count: number; columns: number },
): SceneCommand | null {
  if (key === 't' || key === 'T') return { do: 'table' }
  if (count === 0) return null
  const moves: Record<string, number> = {
    ArrowLeft: index - 1,
    ArrowRight: index + 1,
    ArrowUp: index - columns,
    ArrowDown: index + columns,
    Home: 0,
    End: count - 1,
  }
  const to = moves[key]
  if (to !== undefined)
    return { do: 'move', to: index === -1 && key !== 'End' ? 0 : to >= 0 && to < count ? to : index }
  if (key === 'Enter') return { do: 'open', shift }
  if (key === '+' || key === '=') return { do: 'zoom', factor: 0.5 }
  if (key === '-' || key === '_') return { do: 'zoom', factor: 2 }
  if (key === 'Escape') return { do: 'leave' }
  return null
}

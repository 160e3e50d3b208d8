import { useEffect, useRef, useState } from 'react'
import { changedRows, versionsOf, type Versioned } from './changed-rows.ts'

const TINT_MS = 1600
const none: ReadonlySet<string> = new Set()

/**
 * The ids of rows that have just changed under the viewer's eyes, for a brief tint.
 * @param rows null while there is no answer
 * @param question what the rows answer: when it changes, everything is new and nothing is tinted
 */
export function useChangedRows(rows: readonly Versioned[] | null, question: string): ReadonlySet<string> {
  const before = useRef<{ question: string; versions: ReadonlyMap<string, string> } | null>(null)
  const [changed, setChanged] = useState(none)

  useEffect(() => {
    if (rows === null) return
    const known = before.current?.question === question ? before.current.versions : null
    before.current = { question, versions: versionsOf(rows) }
    const ids = changedRows(known, rows)
    if (ids.length > 0) setChanged((earlier) => new Set([...earlier, ...ids]))
  }, [rows, question])

  useEffect(() => {
    if (changed.size === 0) return
    const timer = setTimeout(() => setChanged(none), TINT_MS)
    return () => clearTimeout(timer)
  }, [changed])
  return changed
}

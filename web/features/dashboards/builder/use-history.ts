import { useCallback, useMemo, useReducer } from 'react'
import type { DashboardDocument } from '../document.ts'
import { beginHistory, change, redo, redoable, undo, undoable } from './history.ts'

/** A document that is being changed, and what takes changes back. */
export interface DocumentHistory {
  document: DashboardDocument
  /** @param what what is changed, in words: the same words soon after each other are undone together */
  change: (next: DashboardDocument, what: string) => void
  undo: () => void
  redo: () => void
  /** Begins anew with another document: nothing before it can be gone back to. */
  begin: (document: DashboardDocument) => void
  /** What an undo takes back, in words; null when there is nothing. */
  undoable: string | null
  redoable: string | null
}

type Step =
  | { do: 'change'; next: DashboardDocument; what: string; at: number }
  | { do: 'undo' | 'redo' }
  | { do: 'begin'; document: DashboardDocument }

/** Holds the document that a builder changes. */
export function useHistory(initial: DashboardDocument): DocumentHistory {
  const [history, step] = useReducer(nextHistory, initial, beginHistory<DashboardDocument>)
  const changeTo = useCallback(
    (next: DashboardDocument, what: string) => step({ do: 'change', next, what, at: performance.now() }),
    [],
  )
  return useMemo(
    () => ({
      document: history.present,
      change: changeTo,
      undo: () => step({ do: 'undo' }),
      redo: () => step({ do: 'redo' }),
      begin: (document: DashboardDocument) => step({ do: 'begin', document }),
      undoable: undoable(history),
      redoable: redoable(history),
    }),
    [history, changeTo],
  )
}

function nextHistory(history: ReturnType<typeof beginHistory<DashboardDocument>>, step: Step) {
  if (step.do === 'change') return change(history, step.next, step.what, step.at)
  if (step.do === 'begin') return beginHistory(step.document)
  return step.do === 'undo' ? undo(history) : redo(history)
}

import { useState } from 'react'
import type { SaveDashboardMutation } from '../../../gql/graphql.ts'
import { useChange } from '../../../lib/use-change.ts'
import { readDocument, type DashboardDocument } from '../document.ts'
import { DiscardDraft, SaveDashboard } from './builder-queries.ts'
import type { Draft, SavedDraft } from './use-draft.ts'

type Answered = SaveDashboardMutation['saveDashboard']

/** What somebody else saved meanwhile. */
export type Conflict = {
  number: number
  savedAt: string
  savedBy: string
  comment: string | null
  document: DashboardDocument
}

/** Saving a draft as the next version, and giving it up. */
export interface Saving {
  isPending: boolean
  /** Why it was refused, as a sentence. */
  problem: string | null
  conflict: Conflict | null
  /** Saves it; true when it is done. @param basedOn another version than the draft's: mine goes on top of that */
  save: (comment: string, basedOn?: number) => Promise<boolean>
  discard: () => Promise<boolean>
  /** The conflict is dealt with in another way, or later. */
  settleConflict: () => void
}

/** Saves the draft of a dashboard, or gives it up. */
export function useSaving(id: string, draft: Draft, { autosave }: SavedDraft): Saving {
  const saving = useChange(SaveDashboard)
  const discarding = useChange(DiscardDraft)
  const [conflict, setConflict] = useState<Conflict | null>(null)
  return {
    isPending: saving.isPending || discarding.isPending,
    problem: saving.problem ?? discarding.problem,
    conflict,
    async save(comment, basedOn = draft.basedOn) {
      // A draft that is on its way would be there again after the save that ends it.
      await autosave.flush()
      const { document } = draft
      const data = await saving.run({ id, basedOn, document, comment: comment.trim() === '' ? null : comment.trim() })
      const theirs = data ? conflictOf(data.saveDashboard) : null
      setConflict(theirs)
      if (data === null || theirs) return false
      autosave.settle()
      return true
    },
    async discard() {
      await autosave.flush()
      const data = await discarding.run({ id })
      if (data) autosave.settle()
      return data !== null
    },
    settleConflict: () => setConflict(null),
  }
}

function conflictOf(answered: Answered): Conflict | null {
  if (answered.__typename === 'Dashboard') return null
  const { document, comment = null, ...version } = answered.lastVersion
  return { ...version, comment, document: readDocument(document) }
}

import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { useClient } from 'urql'
import { isAway } from '../../../lib/describe-error.ts'
import type { DashboardDocument } from '../document.ts'
import { makeAutosave, type Autosave, type SaveState } from './autosave.ts'
import { SaveDraft } from './builder-queries.ts'

/** A draft, and which version it was made from. */
export type Draft = { basedOn: number; document: DashboardDocument }

/** The draft of a dashboard, which saves itself. */
export interface SavedDraft {
  state: SaveState
  /** What the server has of it; null as long as there is none. */
  sent: DashboardDocument | null
  autosave: Pick<Autosave<Draft>, 'flush' | 'settle'>
}

/**
 * Saves a document as the draft of a dashboard whenever it becomes another one.
 * @param id of the dashboard
 * @param stored the document that the server has already: as a draft, or as what is saved
 */
export function useDraft(
  id: string,
  draft: Draft,
  stored: { document: DashboardDocument; isDraft: boolean },
): SavedDraft {
  const client = useClient()
  const [sent, setSent] = useState(stored.isDraft ? stored.document : null)
  const autosave = useMemo(
    () =>
      makeAutosave(async (newest: Draft) => {
        const { error } = await client.mutation(SaveDraft, { id, ...newest })
        if (error) return isAway(error) ? { kind: 'away' } : { kind: 'refused', problem: wordsOf(error) }
        setSent(newest.document)
        return { kind: 'saved' }
      }),
    [client, id],
  )
  const { document, basedOn } = draft
  const known = useRef(stored.document)
  useEffect(() => {
    if (document === known.current) return
    known.current = document
    autosave.edited({ document, basedOn })
  }, [autosave, document, basedOn])
  // Whoever leaves has been asked; what is left is sent as soon as somebody answers.
  useEffect(() => () => void autosave.flush(), [autosave])
  return { state: useSyncExternalStore(autosave.onState, autosave.state), sent, autosave }
}

const wordsOf = ({ graphQLErrors, message }: { graphQLErrors: readonly { message: string }[]; message: string }) =>
  graphQLErrors.map((one) => one.message).join(' ') || message

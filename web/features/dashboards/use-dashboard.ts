import { useEffect, useMemo, useRef } from 'react'
import type { CombinedError } from 'urql'
import type { DashboardQuery as Answer } from '../../gql/graphql.ts'
import { useLive, useLiveState } from '../../lib/live/live-context.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { DashboardChanged, DashboardQuery } from './dashboard-query.ts'
import { readDocument, type DashboardDocument } from './document.ts'

type Answered = NonNullable<Answer['dashboard']>

/** A dashboard as it is stored. */
export type StoredDashboard = Omit<Answered, 'document' | 'draft'> & {
  document: DashboardDocument
  /** What the viewer changed and has not saved; null for nothing. */
  draft: { basedOn: number; savedAt: string; document: DashboardDocument } | null
}

/** A dashboard that stays true: undefined while it is asked for, null where there is none or none any more. */
export interface DashboardAnswer {
  dashboard: StoredDashboard | null | undefined
  error: CombinedError | undefined
  refetch: () => void
}

/** Asks for a dashboard, again whenever it was saved, moved, shared or deleted, and after every reconnect. */
export function useDashboard(id: string): DashboardAnswer {
  const { data, error, stale, refetch } = useAnswer(DashboardQuery, { id })
  const live = useLive()
  const { reconnects } = useLiveState()
  const newest = useRef(refetch)
  useEffect(() => {
    newest.current = refetch
  })
  useEffect(() => {
    const ask = () => newest.current()
    // Changes may have gone by unheard before.
    if (reconnects > 0) ask()
    // A refusal tells that it is gone, or not for this viewer any more: the question says which.
    return live.watch({ document: DashboardChanged, variables: () => ({ id }), told: ask, refused: ask })
  }, [live, reconnects, id])
  const answered = data?.dashboard
  const dashboard = useMemo(() => answered && readDashboard(answered), [answered])
  const isOther = stale && answered?.id !== id
  return { dashboard: data === undefined || isOther ? undefined : (dashboard ?? null), error, refetch }
}

function readDashboard({ document, draft, ...rest }: Answered): StoredDashboard {
  return {
    ...rest,
    document: readDocument(document),
    draft: draft ? { ...draft, document: readDocument(draft.document) } : null,
  }
}

import { useMemo } from 'react'
import type { CombinedError } from 'urql'
import type { DashboardQuery as Answer } from '../../gql/graphql.ts'
import { useAskAgain } from '../../lib/live/use-ask-again.ts'
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
  // A refusal tells that it is gone, or not for this viewer any more: the question says which.
  useAskAgain(DashboardChanged, { id }, refetch)
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

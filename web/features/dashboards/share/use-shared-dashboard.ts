import { useMemo } from 'react'
import type { CombinedError } from 'urql'
import type { SharedDashboardQuery } from '../../../gql/graphql.ts'
import { useAskAgain } from '../../../lib/live/use-ask-again.ts'
import { useAnswer } from '../../../lib/use-answer.ts'
import { readDocument, type DashboardDocument } from '../document.ts'
import { SharedDashboard, SharedDashboardChanged } from './shared-queries.ts'

type Answered = NonNullable<SharedDashboardQuery['sharedDashboard']>

/** The dashboard of a link, as visitors see it. */
export type VisitedDashboard = Omit<Answered, 'document'> & { document: DashboardDocument }

/** It stays true; undefined while it is asked for, null when the server knows of none. */
export interface SharedAnswer {
  dashboard: VisitedDashboard | null | undefined
  error: CombinedError | undefined
  refetch: () => void
}

/** Asks for it, again whenever it was saved and after every reconnect. */
export function useSharedDashboard(): SharedAnswer {
  const { data, error, refetch } = useAnswer(SharedDashboard, {})
  useAskAgain(SharedDashboardChanged, {}, refetch)
  const answered = data?.sharedDashboard
  const dashboard = useMemo(() => answered && { ...answered, document: readDocument(answered.document) }, [answered])
  return { dashboard: data === undefined ? undefined : (dashboard ?? null), error, refetch }
}

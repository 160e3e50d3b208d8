import { useMemo } from 'react'
import { useAskAgain } from '../../../lib/live/use-ask-again.ts'
import { useAnswer } from '../../../lib/use-answer.ts'
import type { PanelAnnotation } from '../../../panels/panel.ts'
import type { RangeDocument } from '../document.ts'
import { AnnotationChanged, AnnotationsInRange } from './annotation-queries.ts'

/**
 * What was noted in a range, live, at most 200 of the latest. Days and longer of the range follow the time zone. Empty until it was
 * answered, and for who may not see it.
 */
export function useAnnotations(range: RangeDocument, timezone: string): readonly PanelAnnotation[] {
  const { data, refetch } = useAnswer(AnnotationsInRange, { filter: { range, timezone } })
  // Who is refused the list is refused this too.
  useAskAgain(AnnotationChanged, data === undefined ? null : {}, refetch)
  const nodes = data?.annotations.nodes
  return useMemo(
    () =>
      (nodes ?? []).map(({ id, kind, title, startedAt, endedAt }) => ({ id, kind, title, at: startedAt, to: endedAt })),
    [nodes],
  )
}

import { useEffect, useMemo, useRef } from 'react'
import { useLive, useLiveState } from '../../../lib/live/live-context.ts'
import { useAnswer } from '../../../lib/use-answer.ts'
import type { PanelAnnotation } from '../../../panels/panel.ts'
import type { RangeDocument } from '../document.ts'
import { AnnotationChanged, AnnotationsInRange } from './annotation-queries.ts'

/**
 * What was noted in a range, live, at most 200 of the latest. Days and longer of the range follow the time zone. Empty until it was
 * answered, and for who may not see it.
 */
export function useAnnotations(range: RangeDocument, timezone: string): readonly PanelAnnotation[] {
  const live = useLive()
  const { reconnects } = useLiveState()
  const { data, refetch } = useAnswer(AnnotationsInRange, { filter: { range, timezone } })
  const newest = useRef(refetch)
  useEffect(() => {
    newest.current = refetch
  })
  // Who is refused the list is refused this too.
  const isWatched = data !== undefined
  useEffect(() => {
    if (!isWatched) return
    const ask = () => newest.current()
    // Changes may have gone by unheard before.
    if (reconnects > 0) ask()
    return live.watch({ document: AnnotationChanged, variables: () => ({}), told: ask, refused: ask })
  }, [live, reconnects, isWatched])
  const nodes = data?.annotations.nodes
  return useMemo(
    () =>
      (nodes ?? []).map(({ id, kind, title, startedAt, endedAt }) => ({ id, kind, title, at: startedAt, to: endedAt })),
    [nodes],
  )
}

import { useMemo } from 'react'
import { useLiveState } from '../../../lib/live/live-context.ts'
import { useSaid } from '../../../lib/use-said.ts'
import { PanelFrame } from '../../../panels/frame/panel-frame.tsx'
import type { PanelAnnotation, PanelInteraction, PickedPart } from '../../../panels/panel.ts'
import type { Action } from '../../../ui/action-list.tsx'
import type { PanelDocument } from '../document.ts'
import { insightAnnotations, type PanelInsight } from '../insights/insight-annotations.ts'
import type { ShownAnswers } from '../live-answers/answers-state.ts'
import { answersSpan, spanWithin } from './answers-span.ts'
import type { ColourPlaces } from './colour-places.ts'
import type { DrillPart } from './drill-down.ts'
import type { PanelContext } from './panel-context.ts'
import { takeAwayActions } from './take-away-actions.ts'

/** What all panels of a dashboard have in common. */
export type PanelSurroundings = Omit<PanelInteraction, 'onDrill'> & {
  annotations: readonly PanelAnnotation[]
  /** What was found in the range: each panel shows what was found in its own series. */
  insights: readonly PanelInsight[]
  colourOf: ColourPlaces
  /** Filters of the dashboard: the jobs behind a value are narrowed down by them, too. */
  filters: DrillPart['filters']
  /** What the dashboard asks with; absent where the viewer may ask the server nothing else. */
  asked?: PanelContext
  /** Absent where the viewer may not see jobs. */
  onDrill?: (part: DrillPart) => void
}

interface PanelBoxProps {
  panel: PanelDocument
  shown: ShownAnswers
  surroundings: PanelSurroundings
  /** What can be done with the panel. */
  actions?: readonly Action[]
}

/** While nothing is heard from the server, answers that are older say how old they are. */
const OLD_AFTER_MS = 5_000

/** A panel of a dashboard, in its frame. */
export function PanelBox({ panel, shown, surroundings, actions = [] }: PanelBoxProps) {
  const { annotations, insights, colourOf, filters, asked, onDrill, ...interaction } = surroundings
  const { status } = useLiveState()
  const [said, say] = useSaid()
  const { query } = panel
  const noted = useMemo(
    () => [...annotations, ...insightAnnotations(insights, query, filters)],
    [annotations, insights, query, filters],
  )
  const drill = (part: PickedPart) => {
    const whole = answersSpan(shown.answers)
    if (!whole) return
    const span = part.span ? spanWithin(part.span, whole) : whole
    onDrill?.({ ...part, span, filters: [...(query?.filters ?? []), ...filters] })
  }
  const takeAway = takeAwayActions({ panel, shown, annotations: noted, colourOf, asked, say })
  return (
    <PanelFrame
      panel={panel}
      shown={shown}
      annotations={noted}
      colourOf={colourOf}
      interaction={{ ...interaction, onDrill: onDrill && query?.dataset === 'jobs' ? drill : undefined }}
      // What cannot be undone stands last.
      actions={[...actions.filter(({ danger }) => !danger), ...takeAway, ...actions.filter(({ danger }) => danger)]}
      said={said}
      expectedWithinMs={status === 'live' ? null : OLD_AFTER_MS}
    />
  )
}

import { Suspense, useMemo } from 'react'
import { panelKindOf } from '../../../panels/index.ts'
import type { PanelAnnotation, PanelInteraction, PanelKind } from '../../../panels/panel.ts'
import { Panel } from '../../../ui/panel.tsx'
import type { PanelDocument } from '../document.ts'
import type { ShownAnswers } from '../live-answers/answers-state.ts'
import { answersSpan, spanWithin } from './answers-span.ts'
import type { ColourPlaces } from './colour-places.ts'
import type { DrillValue } from './use-drill.tsx'

/** What all panels of a dashboard have in common. */
export type PanelSurroundings = Omit<PanelInteraction, 'onDrill'> & {
  annotations: readonly PanelAnnotation[]
  colourOf: ColourPlaces
  /** Filters of the dashboard: the jobs behind a value are narrowed down by them, too. */
  filters: DrillValue['filters']
  /** Absent where the viewer may not see jobs. */
  onDrill?: (value: DrillValue) => void
}

interface PanelBoxProps {
  panel: PanelDocument
  shown: ShownAnswers
  surroundings: PanelSurroundings
}

/** A panel of a dashboard, in its frame. One of a kind that this page does not know says so in its place. */
export function PanelBox({ panel, shown, surroundings }: PanelBoxProps) {
  const kind = panelKindOf(panel.kind)
  if (!kind) {
    return (
      <Panel title={panel.title}>
        <p className="muted">
          This page has no panels of the kind “{panel.kind}”. A newer version of Tachograph may have made it.
        </p>
      </Panel>
    )
  }
  return <KnownPanel kind={kind} panel={panel} shown={shown} surroundings={surroundings} />
}

const noQuery = { dataset: '', measures: [] }

function KnownPanel({ kind, panel, shown, surroundings }: PanelBoxProps & { kind: PanelKind }) {
  const { filters, onDrill, ...shared } = surroundings
  const options = useMemo(() => kind.readOptions(panel.options), [kind, panel.options])
  const drill = (part: Parameters<NonNullable<PanelInteraction['onDrill']>>[0]) => {
    const whole = answersSpan(shown.answers)
    if (!whole) return
    const span = part.span ? spanWithin(part.span, whole) : whole
    onDrill?.({ span, key: part.key, filters: [...(panel.query?.filters ?? []), ...filters] })
  }
  return (
    <Panel title={panel.title}>
      <Suspense>
        <kind.Panel
          {...shared}
          title={panel.title}
          query={panel.query ?? noQuery}
          answers={shown.answers}
          options={options}
          onDrill={onDrill && panel.query?.dataset === 'jobs' ? drill : undefined}
        />
      </Suspense>
    </Panel>
  )
}

import { Suspense, useMemo, useState, type ReactNode } from 'react'
import { viewerZone } from '../../../lib/format-time.ts'
import { lazyPart } from '../../../lib/lazy-part.ts'
import { RangeProblem } from '../../../ui/range-problem.tsx'
import { useAnnotations } from '../annotations/use-annotations.ts'
import type { DashboardDocument } from '../document.ts'
import { usePanelAnswers } from '../live-answers/use-panel-answers.ts'
import { DashboardBar } from './dashboard-bar.tsx'
import type { DashboardSearch } from './dashboard-search.ts'
import { PanelBox, type PanelSurroundings } from './panel-box.tsx'
import { panelContext } from './panel-context.ts'
import { PanelGrid } from './panel-grid.tsx'
import { useDashboardRange } from './use-dashboard-range.ts'
import { useSurroundings } from './use-surroundings.ts'

const FullPanel = lazyPart(() => import('./full-panel.tsx'), 'FullPanel')

interface DashboardViewProps {
  document: DashboardDocument
  search: DashboardSearch
  onSearch: (part: Partial<DashboardSearch>) => void
  /** Absent where the viewer may not see jobs. */
  onDrill?: PanelSurroundings['onDrill']
  /** Without the bar of choices, for a screen on a wall. */
  bare?: boolean
  /** In the place of panels where there are none. */
  empty: ReactNode
}

/** A saved dashboard: what the viewer chooses, and its panels, live. */
export function DashboardView({ document, search, onSearch, onDrill, bare, empty }: DashboardViewProps) {
  const range = useDashboardRange(document, search, onSearch)
  const context = useMemo(() => panelContext(document, search, viewerZone), [document, search])
  const answers = usePanelAnswers({ panels: document.panels, context, draftOf: null })
  const annotations = useAnnotations(context.range, context.timezone)
  const surroundings = useSurroundings({ search, onSearch, range, context, annotations, onDrill })
  const [full, setFull] = useState<string | null>(null)
  const fullPanel = document.panels.find(({ id }) => id === full)
  return (
    <>
      {bare ? null : <DashboardBar {...{ document, search, onSearch, range, context }} />}
      <RangeProblem problem={range.problem} shown={range.words} />
      {answers.problem === null ? null : (
        <p className="field-error" role="alert">
          {answers.problem}
        </p>
      )}
      {document.panels.length === 0 ? empty : null}
      <PanelGrid panels={document.panels}>
        {(panel) => (
          <PanelBox
            panel={panel}
            shown={answers.of(panel)}
            surroundings={surroundings}
            actions={[{ title: 'Full screen', run: () => setFull(panel.id) }]}
          />
        )}
      </PanelGrid>
      {fullPanel ? (
        <Suspense fallback={null}>
          <FullPanel title={fullPanel.title} onClose={() => setFull(null)}>
            <PanelBox panel={fullPanel} shown={answers.of(fullPanel)} surroundings={surroundings} />
          </FullPanel>
        </Suspense>
      ) : null}
    </>
  )
}

import { useMemo, useState } from 'react'
import { viewerZone } from '../../../lib/format-time.ts'
import { useAnswer } from '../../../lib/use-answer.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorPanel } from '../../../ui/error-panel.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { RangeProblem } from '../../../ui/range-problem.tsx'
import { AfterAMoment, SkeletonBar } from '../../../ui/skeleton.tsx'
import { readDocument, type DashboardDocument, type PanelDocument } from '../document.ts'
import { usePreview } from '../editor/use-preview.ts'
import { DashboardBar } from '../view/dashboard-bar.tsx'
import type { DashboardSearch } from '../view/dashboard-search.ts'
import { PanelBox, type PanelSurroundings } from '../view/panel-box.tsx'
import { panelContext, type PanelContext } from '../view/panel-context.ts'
import { PanelGrid } from '../view/panel-grid.tsx'
import { useDashboardRange } from '../view/use-dashboard-range.ts'
import { useSurroundings } from '../view/use-surroundings.ts'
import { DashboardVersion } from './history-queries.ts'

interface VersionViewProps {
  /** Of the dashboard. */
  id: string
  number: number
  onClose: () => void
}

/** A version as it was, with numbers of today. Nothing of it can be changed. */
export function VersionView({ id, number, onClose }: VersionViewProps) {
  const { data, error, refetch } = useAnswer(DashboardVersion, { id, number })
  const stored = data?.dashboard?.savedVersion?.document
  const document = useMemo(() => (stored === undefined ? null : readDocument(stored)), [stored])
  return (
    <Panel title={`Version ${number}`} actions={<Button onPress={onClose}>Close</Button>}>
      {document ? (
        <Version document={document} />
      ) : error ? (
        <ErrorPanel error={error} onRetry={refetch} />
      ) : data ? (
        <p className="muted">This version is not there.</p>
      ) : (
        <AfterAMoment>
          <SkeletonBar height={240} />
        </AfterAMoment>
      )}
    </Panel>
  )
}

const noAnnotations: readonly never[] = []

function Version({ document }: { document: DashboardDocument }) {
  const [search, setSearch] = useState<DashboardSearch>({})
  const onSearch = (part: Partial<DashboardSearch>) => setSearch((old) => ({ ...old, ...part }))
  const range = useDashboardRange(document, search, onSearch)
  const context = useMemo(() => panelContext(document, search, viewerZone), [document, search])
  const surroundings = useSurroundings({ search, onSearch, range, context, annotations: noAnnotations })
  return (
    <>
      <DashboardBar {...{ document, search, onSearch, range, context }} />
      <RangeProblem problem={range.problem} shown={range.words} />
      {document.panels.length === 0 ? <p className="muted">It had no panels.</p> : null}
      <PanelGrid panels={document.panels}>
        {(panel) => <Asked panel={panel} context={context} surroundings={surroundings} />}
      </PanelGrid>
    </>
  )
}

interface AskedProps {
  panel: PanelDocument
  context: PanelContext
  surroundings: PanelSurroundings
}

/** Panels of an older version are not stored as panels any more: each is asked for as one that is being edited. */
function Asked({ panel, context, surroundings }: AskedProps) {
  const shown = usePreview(panel, context)
  return <PanelBox panel={panel} shown={shown} surroundings={surroundings} />
}

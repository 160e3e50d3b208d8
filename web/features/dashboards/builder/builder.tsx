import './builder.css'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import { lazyPart } from '../../../lib/lazy-part.ts'
import { panelKindOf } from '../../../panels/index.ts'
import { Button } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Page } from '../../../ui/page.tsx'
import { useCatalog } from '../editor/catalog-query.ts'
import type { StoredDashboard } from '../use-dashboard.ts'
import { DashboardBar } from '../view/dashboard-bar.tsx'
import type { DashboardSearch } from '../view/dashboard-search.ts'
import { BuilderActions, type BuilderDialog } from './builder-actions.tsx'
import { BuilderDialogs } from './builder-dialogs.tsx'
import { BuilderGrid } from './builder-grid.tsx'
import { BuilderPanel } from './builder-panel.tsx'
import { draftWords } from './draft-words.ts'
import { GoneNotice } from './gone-notice.tsx'
import { KindPalette } from './kind-palette.tsx'
import { LeaveGuard } from './leave-guard.tsx'
import { useBuilder } from './use-builder.ts'
import { useBuilderKeys } from './use-builder-keys.ts'

const PanelEditor = lazyPart(() => import('../editor/panel-editor.tsx'), 'PanelEditor')

interface BuilderProps {
  dashboard: StoredDashboard
  /** It was deleted, or made private, meanwhile. */
  isGone: boolean
}

/** A dashboard that is being built: its panels on a grid, a palette of kinds, and everything that can be done with them. */
export function Builder({ dashboard, isGone }: BuilderProps) {
  const { id } = dashboard
  const search = useSearch({ from: '/signed-in/dashboards/$id/edit' })
  const navigate = useNavigate({ from: '/dashboards/$id/edit' })
  const onSearch = (part: Partial<DashboardSearch>) =>
    void navigate({ search: (old) => ({ ...old, ...part }), replace: true })
  const { history, editing, saved, saving, range, context, answers, surroundings, isOutdated } = useBuilder(
    dashboard,
    search,
    onSearch,
  )
  const { document } = history
  const datasets = useCatalog().data?.datasets ?? []
  const [isPaletteOpen, setPaletteOpen] = useState(document.panels.length === 0)
  const [dragged, setDragged] = useState<string | null>(null)
  const [dialog, setDialog] = useState<BuilderDialog | null>(null)
  const [edited, setEdited] = useState<string | null>(null)
  const [named, setNamed] = useState<string | null>(null)
  const editedPanel = document.panels.find((panel) => panel.id === edited)
  useBuilderKeys({
    history,
    editing,
    onPalette: () => setPaletteOpen(true),
    onSave: () => setDialog('save'),
    onEdit: (panel) => setEdited(panel.id),
    onRename: (panel) => setNamed(panel.id),
  })
  const add = (name: string) => {
    const kind = panelKindOf(name)
    if (kind) editing.add(kind)
  }
  return (
    <Page
      wide
      title={document.title}
      documentTitle={`Edit ${document.title}`}
      subtitle={<span role="status">{draftWords(saved.state)}</span>}
      actions={
        <BuilderActions
          title={document.title}
          history={history}
          isPaletteOpen={isPaletteOpen}
          onPalette={() => setPaletteOpen((before) => !before)}
          onDialog={setDialog}
        />
      }
    >
      {isGone ? <GoneNotice document={document} onCopied={saved.autosave.settle} /> : null}
      {isOutdated ? (
        <p className="builder-notice" role="status">
          Somebody saved a newer version meanwhile. When you save, you are asked which of the two stays.
        </p>
      ) : null}
      <DashboardBar {...{ document, search, onSearch, range, context }} />
      <div className="builder">
        <div className="builder-main">
          {document.panels.length === 0 && dragged === null ? (
            <Empty
              title="Add the first panel"
              action={isPaletteOpen ? null : <Button onPress={() => setPaletteOpen(true)}>Add panel</Button>}
            >
              Press a kind of panel, or drag it here. Then choose what it shows.
            </Empty>
          ) : null}
          <BuilderGrid panels={document.panels} editing={editing} dragged={dragged}>
            {(panel) => (
              <BuilderPanel
                panel={panel}
                shown={answers.of(panel)}
                surroundings={surroundings}
                editing={editing}
                onEdit={() => setEdited(panel.id)}
                isNaming={named === panel.id}
                onNaming={(isNaming) => setNamed(isNaming ? panel.id : null)}
              />
            )}
          </BuilderGrid>
        </div>
        {isPaletteOpen ? <KindPalette onAdd={add} onDrag={setDragged} onClose={() => setPaletteOpen(false)} /> : null}
      </div>
      <p className="visually-hidden" role="status">
        {editing.said}
      </p>
      {editedPanel ? (
        <Suspense>
          <PanelEditor
            panel={editedPanel}
            datasets={datasets}
            context={context}
            onChange={editing.changePanel}
            onClose={() => setEdited(null)}
          />
        </Suspense>
      ) : null}
      <BuilderDialogs {...{ id, search, history, saving, datasets }} open={dialog} onClose={() => setDialog(null)} />
      <LeaveGuard draft={saved} />
    </Page>
  )
}

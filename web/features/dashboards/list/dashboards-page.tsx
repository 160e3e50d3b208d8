import './dashboards.css'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useShortcuts } from '../../../lib/shortcuts/use-shortcuts.ts'
import { useAnswer } from '../../../lib/use-answer.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorPanel } from '../../../ui/error-panel.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Page } from '../../../ui/page.tsx'
import { DashboardsEmpty } from './dashboards-empty.tsx'
import { DashboardsFilters } from './dashboards-filters.tsx'
import { DashboardsPageDocument } from './dashboards-query.ts'
import { dashboardFilter, inOrder } from './dashboards-search.ts'
import { DashboardsSkeleton, DashboardsTable } from './dashboards-table.tsx'
import { ImportDialog } from './import-dialog.tsx'
import { NewDashboardDialog } from './new-dashboard-dialog.tsx'

/** The dashboards that the viewer sees, narrowed down by what stands in the address. */
export function DashboardsPage() {
  const search = useSearch({ from: '/signed-in/dashboards' })
  const { data, error, stale, refetch } = useAnswer(DashboardsPageDocument, { filter: dashboardFilter(search) })
  const [open, setOpen] = useState<'new' | 'import' | null>(null)
  const close = () => setOpen(null)
  const mayEdit = data?.viewer.permissions.includes('dashboards.edit') ?? false
  useShortcuts(
    mayEdit ? [{ keys: ['n'], label: 'Make a dashboard', group: 'Dashboards', run: () => setOpen('new') }] : [],
  )
  const actions = mayEdit ? (
    <>
      <Button onPress={() => setOpen('import')}>Import</Button>
      <Button look="primary" aria-keyshortcuts="n" onPress={() => setOpen('new')}>
        <Icon name="plus" />
        New dashboard
      </Button>
    </>
  ) : null
  const folders = data?.dashboardFolders ?? []
  return (
    <Page title="Dashboards" actions={actions}>
      <DashboardsFilters search={search} folders={folders} mayEdit={mayEdit} />
      {error ? <ErrorPanel error={error} onRetry={refetch} /> : null}
      {data ? (
        data.dashboards.nodes.length === 0 ? (
          <DashboardsEmpty search={search} onNew={mayEdit ? () => setOpen('new') : null} />
        ) : (
          <>
            <DashboardsTable rows={inOrder(data.dashboards.nodes, search)} folders={folders} stale={stale} />
            <More shown={data.dashboards.nodes.length} total={data.dashboards.totalCount} />
          </>
        )
      ) : error ? null : (
        <DashboardsSkeleton />
      )}
      {open === 'new' ? <NewDashboardDialog folder={search.folder ?? null} folders={folders} onClose={close} /> : null}
      {open === 'import' ? <ImportDialog onClose={close} /> : null}
    </Page>
  )
}

/** There is no second page: who has so many looks for one by name or folder. */
function More({ shown, total }: { shown: number; total: number }) {
  if (shown >= total) return null
  return (
    <p className="muted">
      These are {shown} of {total}, the first by name. Search for others, or choose a folder.
    </p>
  )
}

import './dashboard-page.css'
import './kiosk.css'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useShortcuts } from '../../../lib/shortcuts/use-shortcuts.ts'
import { Button } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { ErrorPanel } from '../../../ui/error-panel.tsx'
import { Page } from '../../../ui/page.tsx'
import { RelativeTime } from '../../../ui/relative-time.tsx'
import { useDashboard, type StoredDashboard } from '../use-dashboard.ts'
import { DashboardHeadActions } from './dashboard-head-actions.tsx'
import type { DashboardSearch } from './dashboard-search.ts'
import { DashboardSkeleton } from './dashboard-skeleton.tsx'
import { DashboardView } from './dashboard-view.tsx'
import { NoDashboard } from './no-dashboard.tsx'
import { useDrill } from './use-drill.tsx'
import { useSeenBefore } from './use-seen-before.ts'
import { useVisit } from './use-visit.ts'

/** One dashboard, live. */
export function DashboardPage() {
  const { id } = useParams({ from: '/signed-in/dashboards/$id' })
  const { dashboard, error, refetch } = useDashboard(id)
  const wasThere = useSeenBefore(id, Boolean(dashboard))
  useVisit(dashboard?.id)
  if (dashboard) return <Shown key={id} dashboard={dashboard} />
  if (dashboard === null) return <NoDashboard wasThere={wasThere} />
  if (!error) return <DashboardSkeleton />
  return (
    <Page title="Dashboard">
      <ErrorPanel error={error} onRetry={refetch} />
    </Page>
  )
}

function Shown({ dashboard }: { dashboard: StoredDashboard }) {
  const search = useSearch({ from: '/signed-in/dashboards/$id' })
  const navigate = useNavigate({ from: '/dashboards/$id' })
  const { drill, dialog } = useDrill()
  const change = (part: Partial<DashboardSearch>) => void navigate({ search: (old) => ({ ...old, ...part }) })
  const toggleKiosk = () => change({ kiosk: search.kiosk ? undefined : true })
  useShortcuts([{ keys: ['f'], label: 'Panels only, and back', group: 'Dashboard', run: toggleKiosk }])
  const view = (
    <DashboardView
      document={dashboard.document}
      search={search}
      onSearch={change}
      onDrill={drill}
      bare={search.kiosk}
      empty={<EmptyDashboard dashboard={dashboard} />}
    />
  )
  if (search.kiosk) {
    return (
      <div className="dashboard-kiosk">
        <Button className="dashboard-kiosk-leave" onPress={toggleKiosk}>
          Show everything
        </Button>
        {view}
      </div>
    )
  }
  return (
    <Page
      wide
      title={dashboard.title}
      subtitle={<Subtitle dashboard={dashboard} />}
      actions={<DashboardHeadActions dashboard={dashboard} search={search} onKiosk={toggleKiosk} />}
    >
      {view}
      {dialog}
    </Page>
  )
}

function Subtitle({ dashboard: { folder, description, updatedAt, draft, canEdit } }: { dashboard: StoredDashboard }) {
  return (
    <span className="dashboard-subtitle">
      {folder === null || folder === undefined ? null : <span>{folder}</span>}
      <span>
        Saved <RelativeTime at={updatedAt} />
      </span>
      {draft && canEdit ? <span>You have changes that are not saved</span> : null}
      {description ? <span>{description}</span> : null}
    </span>
  )
}

function EmptyDashboard({ dashboard: { id, canEdit } }: { dashboard: StoredDashboard }) {
  return (
    <Empty
      title="This dashboard has no panels yet"
      action={
        canEdit ? (
          <Link to="/dashboards/$id/edit" params={{ id }} className="button primary">
            Add panel
          </Link>
        ) : null
      }
    >
      Panels show numbers, charts and lists over the range chosen above, and stay up to date by themselves.
    </Empty>
  )
}

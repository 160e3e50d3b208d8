import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Empty } from '../../../ui/empty.tsx'
import { ErrorPanel } from '../../../ui/error-panel.tsx'
import { Page } from '../../../ui/page.tsx'
import { useDashboard, type StoredDashboard } from '../use-dashboard.ts'
import { DashboardSkeleton } from '../view/dashboard-skeleton.tsx'
import { NoDashboard } from '../view/no-dashboard.tsx'
import { Builder } from './builder.tsx'

/** The page on which a dashboard is built. */
export function BuilderPage() {
  const { id } = useParams({ from: '/signed-in/dashboards/$id/edit' })
  const { dashboard, error, refetch } = useDashboard(id)
  const [last, setLast] = useState<StoredDashboard | null>(null)
  if (dashboard && dashboard !== last) setLast(dashboard)
  // What was built is not lost when somebody deletes the dashboard meanwhile.
  const known = dashboard ?? (last?.id === id ? last : dashboard)
  if (known?.canEdit) return <Builder key={id} dashboard={known} isGone={dashboard === null} />
  if (known) return <NotAllowed dashboard={known} />
  if (known === null) return <NoDashboard wasThere={false} />
  if (!error) return <DashboardSkeleton />
  return (
    <Page title="Dashboard">
      <ErrorPanel error={error} onRetry={refetch} />
    </Page>
  )
}

function NotAllowed({ dashboard: { id, title } }: { dashboard: StoredDashboard }) {
  return (
    <Page title={title}>
      <Empty
        title="You may not edit this dashboard"
        action={
          <Link to="/dashboards/$id" params={{ id }} className="button">
            Look at it
          </Link>
        }
      >
        Editing needs the role of an editor. Somebody with the role of an owner or admin can give it to you; you can
        also duplicate the dashboard and change your copy.
      </Empty>
    </Page>
  )
}

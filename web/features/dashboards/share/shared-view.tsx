import './shared-view.css'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { formatTime } from '../../../lib/format-time.ts'
import { Empty } from '../../../ui/empty.tsx'
import { ErrorPanel } from '../../../ui/error-panel.tsx'
import { Page } from '../../../ui/page.tsx'
import { AfterAMoment, SkeletonBar } from '../../../ui/skeleton.tsx'
import type { DashboardSearch } from '../view/dashboard-search.ts'
import { DashboardView } from '../view/dashboard-view.tsx'
import { LinkEnded } from './link-ended.tsx'
import { useSharedDashboard, type VisitedDashboard } from './use-shared-dashboard.ts'

/** The dashboard of a link: its panels, live, and what a visitor can choose. Nothing leads anywhere else. */
export function SharedView({ status }: { status: ReactNode }) {
  const { dashboard, error, refetch } = useSharedDashboard()
  if (dashboard) return <Shown dashboard={dashboard} status={status} />
  if (dashboard === null) return <LinkEnded />
  return (
    <main className="shared">
      <Page title={error ? 'Dashboard' : <SkeletonBar width={240} height={28} />} documentTitle="Dashboard">
        {error ? (
          <ErrorPanel error={error} onRetry={refetch} />
        ) : (
          <AfterAMoment>
            <SkeletonBar height={240} />
          </AfterAMoment>
        )}
      </Page>
    </main>
  )
}

function Shown({ dashboard, status }: { dashboard: VisitedDashboard; status: ReactNode }) {
  const { title, description, document, expiresAt } = dashboard
  const search = useSearch({ from: '/shared' })
  const navigate = useNavigate({ from: '/shared' })
  // The token stands behind "#" and has to stay there.
  const change = (part: Partial<DashboardSearch>) =>
    void navigate({ search: (old) => ({ ...old, ...part }), hash: true })
  return (
    <main className="shared">
      <Page title={title} subtitle={description} actions={status}>
        <DashboardView
          document={document}
          search={search}
          onSearch={change}
          empty={<Empty title="This dashboard has no panels yet" />}
        />
        {expiresAt ? <p className="muted">This link ends on {formatTime(Date.parse(expiresAt))}.</p> : null}
      </Page>
    </main>
  )
}

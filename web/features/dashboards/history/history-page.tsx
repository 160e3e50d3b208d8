import './history.css'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useAnswer } from '../../../lib/use-answer.ts'
import { Empty } from '../../../ui/empty.tsx'
import { ErrorPanel } from '../../../ui/error-panel.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { AfterAMoment, SkeletonBar } from '../../../ui/skeleton.tsx'
import { dashboardAddress } from '../dashboard-address.ts'
import { DashboardHistory, type HistoryOf, type Version } from './history-queries.ts'
import { comparisonOf, type HistorySearch } from './history-search.ts'
import { RestoreDialog } from './restore-dialog.tsx'
import { VersionView } from './version-view.tsx'
import { VersionsTable } from './versions-table.tsx'
import { WhatChanged } from './what-changed.tsx'

/** Every save of a dashboard: who, when, what changed, and a way back. */
export function HistoryPage() {
  const { id } = useParams({ from: '/signed-in/dashboards/$id/history' })
  const { data, error, refetch } = useAnswer(DashboardHistory, { id })
  if (data?.dashboard) return <History dashboard={data.dashboard} />
  return (
    <Page title="History">
      {error ? (
        <ErrorPanel error={error} onRetry={refetch} />
      ) : data ? (
        <Empty title="This dashboard is not there">
          It may have been deleted, or it belongs to somebody else. <Link to="/dashboards">Look at the others</Link>.
        </Empty>
      ) : (
        <AfterAMoment>
          <Panel title={<SkeletonBar width={120} />}>
            <SkeletonBar width="60%" />
          </Panel>
        </AfterAMoment>
      )}
    </Page>
  )
}

function History({ dashboard }: { dashboard: HistoryOf }) {
  const { id, title, version, versions, canEdit } = dashboard
  const search = useSearch({ from: '/signed-in/dashboards/$id/history' })
  const navigate = useNavigate()
  const [restoring, setRestoring] = useState<Version | null>(null)
  const choose = (part: HistorySearch) =>
    void navigate({ to: '/dashboards/$id/history', params: { id }, search: { ...search, ...part } })
  const comparison = comparisonOf(search, version)
  return (
    <Page
      title={`History of ${title}`}
      actions={
        <Link to={dashboardAddress(id)} className="button plain">
          Open dashboard
        </Link>
      }
    >
      <div className="history">
        <Panel title="Versions" flush>
          <VersionsTable
            versions={versions}
            current={version}
            canEdit={canEdit}
            compared={comparison?.newer ?? null}
            onCompare={(number) => choose({ older: undefined, newer: number })}
            onLook={(look) => choose({ look })}
            onRestore={setRestoring}
          />
        </Panel>
        {version > 1 ? (
          <WhatChanged id={id} versions={versions} comparison={comparison} search={search} onChoose={choose} />
        ) : null}
      </div>
      {search.look === undefined ? null : (
        <VersionView id={id} number={search.look} onClose={() => choose({ look: undefined })} />
      )}
      {restoring ? <RestoreDialog id={id} version={restoring} onClose={() => setRestoring(null)} /> : null}
    </Page>
  )
}

import './kiosk.css'
import { useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { Empty } from '../../../ui/empty.tsx'
import { ErrorPanel } from '../../../ui/error-panel.tsx'
import { useDashboard, type StoredDashboard } from '../use-dashboard.ts'
import { DashboardView } from './dashboard-view.tsx'
import { rotationOf } from './kiosk-search.ts'

/** Dashboards for a screen on a wall, one after the other, without anything around them. */
export function KioskPage() {
  const { ids, everyMs } = rotationOf(useSearch({ from: '/signed-in/kiosk' }))
  const [turn, setTurn] = useState(0)
  const isAlone = ids.length < 2
  useEffect(() => {
    if (isAlone) return
    const timer = setInterval(() => setTurn((before) => before + 1), everyMs)
    return () => clearInterval(timer)
  }, [isAlone, everyMs])
  const id = ids[turn % Math.max(1, ids.length)]
  if (id === undefined) {
    return (
      <Empty title="No dashboard is named in the address">
        Write their ids behind “ids”, with commas between them, such as /kiosk?ids=…,…&every=30.
      </Empty>
    )
  }
  // With another key everything of the one before is taken down, its charts and its subscription too.
  return <Turn key={id} id={id} />
}

function Turn({ id }: { id: string }) {
  const { dashboard, error, refetch } = useDashboard(id)
  if (dashboard) return <Shown dashboard={dashboard} />
  if (error) return <ErrorPanel error={error} onRetry={refetch} />
  return dashboard === null ? (
    <Empty title="This dashboard is not there">It was deleted, or somebody keeps it private.</Empty>
  ) : null
}

const nothing = {}
const ignore = () => {}

function Shown({ dashboard: { title, document } }: { dashboard: StoredDashboard }) {
  return (
    <div className="dashboard-kiosk">
      <h1>{title}</h1>
      <DashboardView
        bare
        document={document}
        search={nothing}
        onSearch={ignore}
        empty={<Empty title="This dashboard has no panels yet" />}
      />
    </div>
  )
}

import { Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useRowKeys } from '../../../lib/shortcuts/use-row-keys.ts'
import { useChange } from '../../../lib/use-change.ts'
import { DataTable, DataTableSkeleton, type Column } from '../../../ui/data-table.tsx'
import { Refusal } from '../../../ui/refusal.tsx'
import { RelativeTime } from '../../../ui/relative-time.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { dashboardAddress } from '../dashboard-address.ts'
import { DashboardActions } from './dashboard-actions.tsx'
import { SetFavouriteDashboard, type Folder, type ListedDashboard } from './dashboards-query.ts'
import { DeleteDialog } from './delete-dialog.tsx'
import { FavouriteButton } from './favourite-button.tsx'
import { MoveDialog } from './move-dialog.tsx'

interface DashboardsTableProps {
  rows: readonly ListedDashboard[]
  folders: readonly Folder[]
  stale: boolean
}

/** The list: arrows go from one to the next, Enter opens. */
export function DashboardsTable({ rows, folders, stale }: DashboardsTableProps) {
  const body = useRef<HTMLDivElement>(null)
  useRowKeys(body, { noun: 'dashboard', group: 'Dashboards' })
  const favour = useChange(SetFavouriteDashboard)
  const [open, setOpen] = useState<{ moving: ListedDashboard } | { deleting: ListedDashboard } | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const close = () => setOpen(null)
  const columns: Column<ListedDashboard>[] = [
    {
      title: 'Dashboard',
      card: 'title',
      cell: (row) => (
        <Name dashboard={row} onFavour={() => void favour.run({ id: row.id, favourite: !row.isFavourite })} />
      ),
    },
    ...factColumns,
    {
      title: 'Actions',
      card: 'corner',
      cell: (row) => (
        <DashboardActions
          dashboard={row}
          onMove={() => setOpen({ moving: row })}
          onDelete={() => setOpen({ deleting: row })}
          onProblem={setProblem}
        />
      ),
    },
  ]
  return (
    <>
      <Refusal text={favour.problem ?? problem} />
      <div ref={body} className="dashboards-list">
        <DataTable label="Dashboards" columns={columns} rows={rows} nameOf={({ title }) => title} stale={stale} />
      </div>
      {open && 'moving' in open ? <MoveDialog dashboard={open.moving} folders={folders} onClose={close} /> : null}
      {open && 'deleting' in open ? <DeleteDialog dashboard={open.deleting} onClose={close} /> : null}
    </>
  )
}

const factColumns: readonly Column<ListedDashboard>[] = [
  { title: 'Folder', cell: ({ folder }) => folder ?? <span className="muted">None</span> },
  {
    title: 'Belongs to',
    cell: ({ owner, isMine }) => (isMine ? 'You' : (owner ?? <span className="muted">The organization</span>)),
  },
  { title: 'Changed', cell: ({ updatedAt }) => <RelativeTime at={updatedAt} /> },
]

function Name({ dashboard, onFavour }: { dashboard: ListedDashboard; onFavour: () => void }) {
  const { id, title, description, visibility, isFavourite } = dashboard
  return (
    <div className="dashboard-name">
      <FavouriteButton title={title} isFavourite={isFavourite} onPress={onFavour} />
      <div>
        <Link to={dashboardAddress(id)} className="row-link">
          {title}
        </Link>
        {visibility === 'PRIVATE' ? <Tag>Only you</Tag> : null}
        {description ? <p className="muted">{description}</p> : null}
      </div>
    </div>
  )
}

/** The list before its first answer. */
export function DashboardsSkeleton() {
  return (
    <DataTableSkeleton
      columns={[{ title: 'Dashboard', card: 'title' }, ...factColumns, { title: 'Actions', card: 'corner' }]}
    />
  )
}

import { useNavigate } from '@tanstack/react-router'
import { useClient } from 'urql'
import { useChange } from '../../../lib/use-change.ts'
import type { Action } from '../../../ui/action-list.tsx'
import { ActionMenu } from '../../../ui/action-menu.tsx'
import { historyAddress } from '../dashboard-address.ts'
import { DuplicateDashboard, type ListedDashboard } from './dashboards-query.ts'
import { exportDashboard } from './export-dashboard.ts'

interface DashboardActionsProps {
  dashboard: ListedDashboard
  onMove: () => void
  onDelete: () => void
  /** What went wrong, as a sentence; null when nothing did. */
  onProblem: (problem: string | null) => void
}

/** What can be done with one dashboard of the list. */
export function DashboardActions({ dashboard, onMove, onDelete, onProblem }: DashboardActionsProps) {
  const { id, title, canEdit } = dashboard
  const client = useClient()
  const navigate = useNavigate()
  const duplicate = useChange(DuplicateDashboard)
  const copy = async () => {
    if (!(await duplicate.run({ id }))) onProblem(`"${title}" could not be duplicated. Try again.`)
  }
  const reading: Action[] = [
    { title: 'History', run: () => void navigate({ to: historyAddress(id) }) },
    { title: 'Export as JSON', run: () => void exportDashboard(client, id).then(onProblem) },
  ]
  const editing: Action[] = [
    { title: 'Move to folder', run: onMove },
    { title: 'Duplicate', run: () => void copy() },
    { title: 'Delete', danger: true, run: onDelete },
  ]
  return <ActionMenu label={`Actions for ${title}`} actions={canEdit ? [...reading, ...editing] : reading} />
}

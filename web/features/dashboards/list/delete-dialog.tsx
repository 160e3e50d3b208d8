import { useChange } from '../../../lib/use-change.ts'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { DeleteDashboard, type ListedDashboard } from './dashboards-query.ts'

/** Asks before a dashboard is gone for everyone. */
export function DeleteDialog({ dashboard, onClose }: { dashboard: ListedDashboard; onClose: () => void }) {
  const remove = useChange(DeleteDashboard)
  return (
    <ConfirmDialog
      title={`Delete ${dashboard.title}`}
      verb="Delete"
      change={remove}
      onConfirm={() => remove.run({ id: dashboard.id })}
      onClose={onClose}
    >
      It is deleted for good, for everyone, with its history. Links to it stop working. Export it first to keep a copy.
    </ConfirmDialog>
  )
}

import { formatTime } from '../../../lib/format-time.ts'
import { useChange } from '../../../lib/use-change.ts'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { RestoreDashboardVersion, type Version } from './history-queries.ts'

/** Asks before everyone sees an older version again. */
export function RestoreDialog({ id, version, onClose }: { id: string; version: Version; onClose: () => void }) {
  const restore = useChange(RestoreDashboardVersion)
  const { number, savedAt, savedBy } = version
  return (
    <ConfirmDialog
      title={`Restore version ${number}`}
      verb="Restore"
      change={restore}
      onConfirm={() => restore.run({ id, version: number })}
      onClose={onClose}
    >
      The dashboard becomes what {savedBy} saved on {formatTime(Date.parse(savedAt))}, for everyone. It is saved as a
      new version: what is there now stays in the history.
    </ConfirmDialog>
  )
}

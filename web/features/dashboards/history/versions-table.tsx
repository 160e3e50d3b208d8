import { Button } from '../../../ui/button.tsx'
import { DataTable, type Column } from '../../../ui/data-table.tsx'
import { RelativeTime } from '../../../ui/relative-time.tsx'
import { Tag } from '../../../ui/tag.tsx'
import type { Version } from './history-queries.ts'

interface VersionsTableProps {
  versions: readonly Version[]
  /** Number of the last version. */
  current: number
  canEdit: boolean
  /** Number of the version whose changes are shown. */
  compared: number | null
  onCompare: (number: number) => void
  onLook: (number: number) => void
  onRestore: (version: Version) => void
}

/** The versions, newest first, each with what can be done with it. */
export function VersionsTable({
  versions,
  current,
  canEdit,
  compared,
  onCompare,
  onLook,
  onRestore,
}: VersionsTableProps) {
  const columns: Column<Version & { id: string }>[] = [
    {
      title: 'Version',
      card: 'title',
      cell: ({ number, comment }) => (
        <>
          <strong>{number}</strong> {number === current ? <Tag tone="accent">Current</Tag> : null}
          {comment ? <p className="history-comment">{comment}</p> : null}
        </>
      ),
    },
    { title: 'Saved', cell: ({ savedAt }) => <RelativeTime at={savedAt} /> },
    { title: 'By', cell: ({ savedBy }) => savedBy },
    {
      title: 'Actions',
      cell: (version) => (
        <div className="history-actions">
          {version.number > 1 ? (
            <Button
              look="quiet"
              aria-label={`What changed in version ${version.number}`}
              aria-pressed={version.number === compared}
              onPress={() => onCompare(version.number)}
            >
              What changed
            </Button>
          ) : null}
          {version.number === current ? null : (
            <Button
              look="quiet"
              aria-label={`Look at version ${version.number}`}
              onPress={() => onLook(version.number)}
            >
              Look
            </Button>
          )}
          {canEdit && version.number !== current ? (
            <Button look="quiet" aria-label={`Restore version ${version.number}`} onPress={() => onRestore(version)}>
              Restore
            </Button>
          ) : null}
        </div>
      ),
    },
  ]
  return (
    <DataTable
      label="Versions"
      columns={columns}
      rows={versions.map((version) => ({ ...version, id: String(version.number) }))}
    />
  )
}

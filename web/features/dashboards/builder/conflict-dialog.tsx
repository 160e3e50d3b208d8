import { useState } from 'react'
import { formatTime } from '../../../lib/format-time.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import type { DashboardDocument } from '../document.ts'
import { diffDocuments } from '../history/diff-documents.ts'
import type { Conflict, Saving } from './use-saving.ts'

interface ConflictDialogProps {
  conflict: Conflict
  mine: DashboardDocument
  saving: Saving
  onKeepMine: () => void
  onTakeTheirs: () => void
}

/** Somebody saved the dashboard meanwhile: what is different, and which of the two stays. */
export function ConflictDialog({ conflict, mine, saving, onKeepMine, onTakeTheirs }: ConflictDialogProps) {
  const [isComparing, setComparing] = useState(false)
  const { number, savedAt, savedBy, comment, document } = conflict
  return (
    <Dialog isOpen stays title={`${savedBy} saved this dashboard meanwhile`} onClose={saving.settleConflict}>
      <div className="dialog-form">
        <p>
          Version {number} was saved on {formatTime(Date.parse(savedAt))}
          {comment ? `: “${comment}”` : ''}. Your changes are not in it, and theirs are not in yours. Whichever you
          choose, the other one stays in the history or can be restored from it.
        </p>
        {isComparing ? <Differences theirs={document} mine={mine} /> : null}
        <p className="field-error" role="alert">
          {saving.problem}
        </p>
        <footer className="dialog-actions">
          <Button aria-expanded={isComparing} onPress={() => setComparing((before) => !before)}>
            Compare
          </Button>
          <Button isPending={saving.isPending} onPress={onTakeTheirs}>
            Take theirs
          </Button>
          <Button look="primary" isPending={saving.isPending} onPress={onKeepMine}>
            Save mine on top
          </Button>
        </footer>
      </div>
    </Dialog>
  )
}

function Differences({ theirs, mine }: { theirs: DashboardDocument; mine: DashboardDocument }) {
  const changes = diffDocuments(theirs, mine)
  if (changes.length === 0) return <p>They are the same.</p>
  return (
    <div>
      <p>What yours has different from theirs:</p>
      <ul>
        {changes.map(({ kind, subject, details }) => (
          <li key={`${kind} ${subject}`}>
            {subject}: {kind === 'CHANGED' ? details.join(' ') : kind.toLowerCase()}
          </li>
        ))}
      </ul>
    </div>
  )
}

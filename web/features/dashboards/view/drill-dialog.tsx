import { Link } from '@tanstack/react-router'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import type { DrillDown } from './drill-down.ts'

interface DrillDialogProps {
  drill: DrillDown
  onClose: () => void
}

/** Before the jobs behind a value are opened: what the list of jobs cannot be narrowed down by. */
export function DrillDialog({ drill, onClose }: DrillDialogProps) {
  return (
    <Dialog isOpen title="The list will have more jobs than this value" onClose={onClose}>
      <div className="dialog-form">
        <p>The list of jobs cannot be filtered by:</p>
        <ul>
          {drill.leftOut.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
        <footer className="dialog-actions">
          <Button onPress={onClose}>Cancel</Button>
          <Link to="/jobs" search={drill.search} className="button primary">
            Open without it
          </Link>
        </footer>
      </div>
    </Dialog>
  )
}

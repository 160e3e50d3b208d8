import './form-dialog.css'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'

interface ConfirmDialogProps {
  title: string
  /** The verb on the button that does it. */
  verb: string
  /** Does it: null when it was refused. */
  onConfirm: () => Promise<unknown>
  /** How that stands, and why it was refused. */
  change: { isPending: boolean; problem: string | null }
  onClose: () => void
  /** What will happen. */
  children: ReactNode
}

/** Asks before something that cannot be undone. A refusal is shown in its place; it closes when it is done. */
export function ConfirmDialog({ title, verb, onConfirm, change, onClose, children }: ConfirmDialogProps) {
  const confirm = async () => {
    if ((await onConfirm()) !== null) onClose()
  }
  return (
    <Dialog isOpen title={title} onClose={onClose}>
      <div className="dialog-form">
        <div>{children}</div>
        <footer className="dialog-actions">
          <p className="field-error dialog-problem" role="alert">
            {change.problem}
          </p>
          <Button autoFocus onPress={onClose}>
            Cancel
          </Button>
          <Button look="danger" isPending={change.isPending} onPress={() => void confirm()}>
            {verb}
          </Button>
        </footer>
      </div>
    </Dialog>
  )
}

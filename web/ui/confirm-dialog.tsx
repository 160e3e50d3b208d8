import './form-dialog.css'
import { useState, type ReactNode } from 'react'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'

interface ConfirmDialogProps {
  title: string
  /** The verb on the button that does it. */
  verb: string
  /** Does it: null when it went well, else what to say. */
  onConfirm: () => Promise<string | null>
  onClose: () => void
  /** What will happen. */
  children: ReactNode
}

/** Asks before something that cannot be undone. A refusal is shown in its place; it closes when it is done. */
export function ConfirmDialog({ title, verb, onConfirm, onClose, children }: ConfirmDialogProps) {
  const [problem, setProblem] = useState<string | null>(null)
  const [running, setRunning] = useState(false)
  const confirm = async () => {
    setRunning(true)
    const refusal = await onConfirm()
    setRunning(false)
    setProblem(refusal)
    if (refusal === null) onClose()
  }
  return (
    <Dialog isOpen title={title} onClose={onClose}>
      <div className="dialog-form">
        <div>{children}</div>
        <footer className="dialog-actions">
          <p className="field-error dialog-problem" role="alert">
            {problem}
          </p>
          <Button autoFocus onPress={onClose}>
            Cancel
          </Button>
          <Button look="danger" isPending={running} onPress={() => void confirm()}>
            {verb}
          </Button>
        </footer>
      </div>
    </Dialog>
  )
}

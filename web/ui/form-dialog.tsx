import './form-dialog.css'
import type { FormEventHandler, ReactNode } from 'react'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'

interface FormDialogProps {
  title: string
  /** The verb on the button. */
  submit: string
  isSubmitting: boolean
  /** What the server said against it. */
  problem?: string
  onSubmit: FormEventHandler
  onClose: () => void
  children: ReactNode
}

/** A form over the page, open as long as it is there. Only its own buttons and Escape close it. */
export function FormDialog(props: FormDialogProps) {
  const { title, submit, isSubmitting, problem, onSubmit, onClose, children } = props
  return (
    <Dialog isOpen stays title={title} onClose={onClose}>
      <form className="dialog-form" onSubmit={onSubmit} noValidate>
        {children}
        <p className="field-error dialog-problem" role="alert">
          {problem}
        </p>
        <footer className="dialog-actions">
          <Button onPress={onClose}>Cancel</Button>
          <Button type="submit" look="primary" isPending={isSubmitting}>
            {submit}
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}

interface ResultDialogProps {
  title: string
  onClose: () => void
  children: ReactNode
}

/** What came of a form, where it has to be read or copied before it is gone. */
export function ResultDialog({ title, onClose, children }: ResultDialogProps) {
  return (
    <Dialog isOpen stays title={title} onClose={onClose}>
      <div className="dialog-form">
        {children}
        <footer className="dialog-actions">
          <Button look="primary" autoFocus onPress={onClose}>
            Done
          </Button>
        </footer>
      </div>
    </Dialog>
  )
}

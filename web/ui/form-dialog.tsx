import './form-dialog.css'
import { useEffect, useRef, type FormEventHandler, type ReactNode } from 'react'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'

/** What came of a form, where it has to be read or copied before it is gone. */
export interface FormResult {
  title: string
  content: ReactNode
}

interface FormDialogProps {
  title: string
  /** The verb on the button. */
  submit: string
  /** How that stands, and what the server said against it. */
  change: { isPending: boolean; problem: string | null }
  /** Stands in the place of the form once it is there. */
  result?: FormResult | null
  onSubmit: FormEventHandler
  onClose: () => void
  children: ReactNode
}

/** A form over the page, open as long as it is there. Only its own buttons and Escape close it. */
export function FormDialog(props: FormDialogProps) {
  const { title, submit, change, result, onSubmit, onClose, children } = props
  return (
    <Dialog isOpen stays title={result?.title ?? title} onClose={onClose}>
      {result ? (
        <Result content={result.content} onClose={onClose} />
      ) : (
        <form className="dialog-form" onSubmit={onSubmit} noValidate>
          {children}
          <footer className="dialog-actions">
            <p className="field-error dialog-problem" role="alert">
              {change.problem}
            </p>
            <Button onPress={onClose}>Cancel</Button>
            <Button type="submit" look="primary" isPending={change.isPending}>
              {submit}
            </Button>
          </footer>
        </form>
      )}
    </Dialog>
  )
}

// The button that had the focus is gone with the form: the result takes it, so that it is read from its beginning.
function Result({ content, onClose }: { content: ReactNode; onClose: () => void }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    box.current?.focus({ preventScroll: true })
    box.current?.closest('.dialog-box')?.scrollTo(0, 0)
  }, [])
  return (
    <div className="dialog-form" ref={box} tabIndex={-1}>
      {content}
      <footer className="dialog-actions">
        <Button look="primary" onPress={onClose}>
          Done
        </Button>
      </footer>
    </div>
  )
}

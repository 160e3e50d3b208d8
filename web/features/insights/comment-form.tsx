import '../../ui/field.css'
import { useEffect, useId, useRef, type FormEvent } from 'react'
import { Button } from '../../ui/button.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'

const longest = 2_000

interface CommentFormProps {
  comment: string | null
  isPending: boolean
  /** Null takes it back. It answers null when that was refused. */
  onSave: (comment: string | null) => Promise<unknown>
  onClose: () => void
}

/** Writes what one thinks of an insight. An empty comment is none. It takes the focus, and returns it where it came from. */
export function CommentForm({ comment, isPending, onSave, onClose }: CommentFormProps) {
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    const opener = document.activeElement
    area.current?.focus()
    return () => {
      if (opener instanceof HTMLElement) opener.focus()
    }
  }, [])
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if ((await onSave(area.current?.value.trim() || null)) !== null) onClose()
  }
  return (
    <form
      className="comment-form field"
      onSubmit={(event) => void save(event)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
        else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save(event)
      }}
    >
      <label className="field-label" htmlFor={id}>
        Comment
      </label>
      <textarea
        ref={area}
        id={id}
        className="input"
        rows={3}
        maxLength={longest}
        defaultValue={comment ?? ''}
        aria-describedby={`${id}-note`}
      />
      <span id={`${id}-note`} className="field-note">
        Everyone in the organization reads it.
      </span>
      <div className="comment-form-actions">
        <SubmitButton label="Save comment" pendingLabel="Saving" isPending={isPending} />
        <Button onPress={onClose}>Cancel</Button>
      </div>
    </form>
  )
}

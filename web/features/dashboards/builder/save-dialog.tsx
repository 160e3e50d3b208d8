import { useState } from 'react'
import { Field } from '../../../ui/field.tsx'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import type { Saving } from './use-saving.ts'

interface SaveDialogProps {
  saving: Saving
  /** Keeps the comment for a save that has to be settled first. */
  onSave: (comment: string) => void
  onClose: () => void
}

/** Saves the dashboard for everyone who sees it, with a comment for its history. */
export function SaveDialog({ saving, onSave, onClose }: SaveDialogProps) {
  const [comment, setComment] = useState('')
  return (
    <FormDialog
      title="Save dashboard"
      submit="Save"
      change={saving}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault()
        onSave(comment)
      }}
    >
      <Field
        label="What did you change?"
        note="For the history. It can be left empty."
        autoFocus
        maxLength={500}
        value={comment}
        onChange={({ target }) => setComment(target.value)}
      />
    </FormDialog>
  )
}

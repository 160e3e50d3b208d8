import './field.css'
import { useId, type ComponentProps } from 'react'

interface FieldProps extends ComponentProps<'input'> {
  label: string
  /** Under the field: what is expected. */
  note?: string
  /** What is wrong with what stands in it. */
  error?: string
}

/** A line of text with its label, what is expected, and what is wrong. */
export function Field({ label, note, error, ...input }: FieldProps) {
  const id = useId()
  const describedBy = [note ? `${id}-note` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <input
        {...input}
        id={id}
        className="input"
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy === '' ? undefined : describedBy}
      />
      {note ? (
        <span id={`${id}-note`} className="field-note">
          {note}
        </span>
      ) : null}
      {error ? (
        <span id={`${id}-error`} className="field-error">
          {error}
        </span>
      ) : null}
    </div>
  )
}

import './field.css'
import { useId, type ComponentProps, type ReactNode } from 'react'

interface FieldProps extends ComponentProps<'input'> {
  label: string
  /** The label is read aloud only: the place says it to the eye. */
  labelHidden?: boolean
  /** Under the field: what is expected. */
  note?: ReactNode
  /** What is wrong with what stands in it. */
  error?: string
  /** Inside of the field, at its end. */
  end?: ReactNode
}

/** A line of text with its label, what is expected, and what is wrong. */
export function Field({ label, labelHidden = false, note, error, end, ...input }: FieldProps) {
  const id = useId()
  const describedBy = [note ? `${id}-note` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label className={labelHidden ? 'visually-hidden' : 'field-label'} htmlFor={id}>
        {label}
      </label>
      <div className="field-line">
        <input
          {...input}
          id={id}
          className="input"
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy === '' ? undefined : describedBy}
        />
        {end}
      </div>
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

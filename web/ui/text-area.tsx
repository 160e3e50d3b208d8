import './field.css'
import './text-area.css'
import { useId, type ComponentProps } from 'react'

interface TextAreaProps extends ComponentProps<'textarea'> {
  label: string
  /** Under it: what is expected. */
  note?: string
  /** What is wrong with what stands in it; may have several lines. */
  error?: string
}

/** Lines of text with their label, what is expected, and what is wrong. */
export function TextArea({ label, note, error, className = '', ...area }: TextAreaProps) {
  const id = useId()
  const describedBy = [note ? `${id}-note` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <textarea
        {...area}
        id={id}
        className={`input text-area ${className}`.trim()}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy === '' ? undefined : describedBy}
      />
      {note ? (
        <span id={`${id}-note`} className="field-note">
          {note}
        </span>
      ) : null}
      {error ? (
        <span id={`${id}-error`} className="field-error text-area-error">
          {error}
        </span>
      ) : null}
    </div>
  )
}

import './checkbox.css'
import { useId, type ComponentProps, type ReactNode } from 'react'

interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type'> {
  label: string
  /** Under the label: what it means. */
  note?: string
}

/** A box to tick, with its label and what it means. */
export function Checkbox({ label, note, ...input }: CheckboxProps) {
  const id = useId()
  return (
    <div className="checkbox">
      <input {...input} type="checkbox" id={id} aria-describedby={note ? `${id}-note` : undefined} />
      <label htmlFor={id}>{label}</label>
      {note ? (
        <span id={`${id}-note`} className="field-note">
          {note}
        </span>
      ) : null}
    </div>
  )
}

interface FieldGroupProps {
  label: string
  note?: string
  error?: string
  children: ReactNode
}

/** Controls that answer one question together, with that question over them. */
export function FieldGroup({ label, note, error, children }: FieldGroupProps) {
  const id = useId()
  return (
    <fieldset className="field-group" aria-describedby={note || error ? id : undefined}>
      <legend className="field-label">{label}</legend>
      {children}
      <div id={id}>
        {note ? <span className="field-note">{note}</span> : null}
        {error ? (
          <p className="field-error" role="alert">
            {error}
          </p>
        ) : null}
      </div>
    </fieldset>
  )
}

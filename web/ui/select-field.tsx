import './field.css'
import './select-field.css'
import { useId, type ComponentProps } from 'react'
import { Icon } from './icon.tsx'

interface SelectFieldProps extends ComponentProps<'select'> {
  label: string
  items: readonly { id: string; name: string; isDisabled?: boolean }[]
  note?: string
  /** What is wrong with what is chosen. */
  error?: string
  /** The label is read aloud only: the place says it to the eye. */
  labelHidden?: boolean
}

/** One of a few things, for forms: the browser's own list, which every phone has its own good picture of. */
export function SelectField({ label, items, note, error, labelHidden = false, ...select }: SelectFieldProps) {
  const id = useId()
  const describedBy = [note ? `${id}-note` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label className={labelHidden ? 'visually-hidden' : 'field-label'} htmlFor={id}>
        {label}
      </label>
      <div className="select-field">
        <select
          {...select}
          id={id}
          className="input"
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy === '' ? undefined : describedBy}
        >
          {items.map((item) => (
            <option key={item.id} value={item.id} disabled={item.isDisabled}>
              {item.name}
            </option>
          ))}
        </select>
        <Icon name="chevronDown" />
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

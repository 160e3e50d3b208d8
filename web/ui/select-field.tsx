import './field.css'
import './select-field.css'
import { useId, type ComponentProps } from 'react'
import { Icon } from './icon.tsx'

interface SelectFieldProps extends ComponentProps<'select'> {
  label: string
  items: readonly { id: string; name: string }[]
  note?: string
  /** The label is read aloud only: the place says it to the eye. */
  labelHidden?: boolean
}

/** One of a few things, for forms: the browser's own list, which every phone has its own good picture of. */
export function SelectField({ label, items, note, labelHidden = false, ...select }: SelectFieldProps) {
  const id = useId()
  return (
    <div className="field">
      <label className={labelHidden ? 'visually-hidden' : 'field-label'} htmlFor={id}>
        {label}
      </label>
      <div className="select-field">
        <select {...select} id={id} className="input" aria-describedby={note ? `${id}-note` : undefined}>
          {items.map((item) => (
            <option key={item.id} value={item.id}>
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
    </div>
  )
}

import './field.css'
import './search-field.css'
import type { ComponentProps } from 'react'
import { Icon } from './icon.tsx'

interface SearchFieldProps extends Omit<ComponentProps<'input'>, 'onChange' | 'value'> {
  label: string
  value: string
  onChange: (value: string) => void
  /** The key that leads here, shown while the field is empty. */
  shortcut?: string
}

/** A field to search with. Escape empties it, and leaves it when it is empty. */
export function SearchField({ label, value, onChange, shortcut, ...rest }: SearchFieldProps) {
  return (
    <div className="search-field">
      <Icon name="search" />
      <input
        type="search"
        className="input"
        aria-label={label}
        placeholder={label}
        value={value}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          if (value === '') event.currentTarget.blur()
          else onChange('')
        }}
        {...rest}
      />
      {shortcut && value === '' ? <kbd aria-hidden="true">{shortcut}</kbd> : null}
    </div>
  )
}

import { useState } from 'react'
import { Field } from '../ui/field.tsx'

interface NumberFieldProps {
  label: string
  labelHidden?: boolean
  note?: string
  placeholder?: string
  value: number | null
  /** Null: the field is empty. While what stands in it is no number, nothing is told. */
  onChange: (value: number | null) => void
}

/** A number to type. What is being typed stays as it is, also while it is not yet a number. */
export function NumberField({ value, onChange, ...field }: NumberFieldProps) {
  const [text, setText] = useState(value === null ? '' : String(value))
  const typed = text.trim() === '' ? null : Number(text)
  // The value was changed from elsewhere, as by undo.
  const shown = typed === value || Number.isNaN(typed) ? text : value === null ? '' : String(value)
  return (
    <Field
      {...field}
      inputMode="decimal"
      value={shown}
      error={Number.isNaN(typed) ? 'Type a number, such as 0.95.' : undefined}
      onChange={({ target }) => {
        setText(target.value)
        const number = target.value.trim() === '' ? null : Number(target.value)
        if (number === null || Number.isFinite(number)) onChange(number)
      }}
    />
  )
}

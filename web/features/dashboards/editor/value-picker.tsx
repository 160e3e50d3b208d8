import { useState } from 'react'
import { Icon } from '../../../ui/icon.tsx'
import { PickMenu } from './pick-menu.tsx'
import { useValues, type Values, type ValueSource } from './use-values.ts'

interface ValuePickerProps {
  /** What is picked, for those who do not see where it stands. */
  label: string
  source: ValueSource
  values: readonly string[]
  /** One value; the next one takes its place. */
  single?: boolean
  /** On the button while nothing is picked. */
  placeholder?: string
  onChange: (values: string[]) => void
}

/** Picks values of a dimension: those that it has, found while one types, and any text that one writes. */
export function ValuePicker({ label, source, values, single = false, placeholder, onChange }: ValuePickerProps) {
  const [isOpen, setOpen] = useState(false)
  const [text, setText] = useState('')
  const found = useValues(source, text, !isOpen)
  const pick = (value: string) => {
    if (single) onChange([value])
    else onChange(values.includes(value) ? values.filter((one) => one !== value) : [...values, value])
  }
  return (
    <PickMenu
      label={label}
      text={text}
      onText={setText}
      items={choices(found, values, { text: text.trim(), isKnown: source.dimension.values !== null })}
      selected={single ? undefined : values}
      onPick={pick}
      onOpenChange={setOpen}
      empty={emptyWords(found)}
    >
      <span className="filter-words">
        <span className="visually-hidden">{label}: </span>
        {values.length === 0 ? (placeholder ?? (single ? 'Choose a value' : 'Choose values')) : values.join(', ')}
      </span>
      <Icon name="chevronDown" />
    </PickMenu>
  )
}

/** What is picked stands first, so that it can be taken away. A text that is no known value can be picked as it is written, where not all values are known. */
function choices({ values }: Values, picked: readonly string[], { text, isKnown }: { text: string; isKnown: boolean }) {
  const written = text === '' || isKnown || values.includes(text) || picked.includes(text) ? [] : [text]
  const first = text === '' ? picked : []
  const all = [...new Set([...first, ...values])].map((value) => ({ id: value, title: value }))
  return [...all, ...written.map((value) => ({ id: value, title: value, note: 'As it is written' }))]
}

function emptyWords({ isLooking, failed }: Values): string {
  if (isLooking) return 'Looking'
  return failed ? 'The values could not be read. Write one.' : 'No such value in this range'
}

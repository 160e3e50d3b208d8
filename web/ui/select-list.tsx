import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import type { PopupPlace } from './opener.tsx'
import { Popup } from './popup.tsx'

/** What there is to choose from, and what is chosen. */
export interface SelectProps {
  label: string
  items: readonly { id: string; name: string }[]
  value: string
  onChange: (value: string) => void
}

/** The list of a `Select`. Choosing what is chosen already closes it, too. */
export function SelectList({ place, label, items, value, onChange }: SelectProps & { place: PopupPlace }) {
  const choose = (id: string) => {
    place.onOpenChange(false)
    if (id !== value) onChange(id)
  }
  return (
    <Popup place={place} label={label} side="start">
      <ListBox
        className="choice-list"
        aria-label={label}
        items={items}
        selectionMode="single"
        selectedKeys={[value]}
        autoFocus={place.autoFocus}
        // Escape closes the list; it does not undo the choice.
        escapeKeyBehavior="none"
        onSelectionChange={(keys) => choose(keys === 'all' ? value : String([...keys][0] ?? value))}
      >
        {(item) => (
          <ListBoxItem id={item.id} textValue={item.name} className="choice">
            {item.name}
          </ListBoxItem>
        )}
      </ListBox>
    </Popup>
  )
}

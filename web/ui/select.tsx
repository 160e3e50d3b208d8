import './popover.css'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'

interface SelectProps {
  label: string
  items: readonly { id: string; name: string }[]
  value: string
  onChange: (value: string) => void
}

/** A button that says what is chosen, and opens the list to choose one thing from. */
export function Select({ label, items, value, onChange }: SelectProps) {
  return (
    <AriaSelect aria-label={label} value={value} onChange={(key) => onChange(String(key))}>
      <Button>
        <SelectValue />
        <Icon name="chevronDown" />
      </Button>
      <Popover className="popover" placement="bottom start" offset={4}>
        <ListBox className="choice-list" items={items}>
          {(item) => (
            <ListBoxItem id={item.id} textValue={item.name} className="choice">
              {item.name}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}

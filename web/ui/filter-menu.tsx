import './filter-menu.css'
import './popover.css'
import type { ReactNode } from 'react'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'

/** One thing to choose. */
export interface FilterItem {
  id: string
  name: string
  icon?: ReactNode
}

interface FilterMenuProps {
  label: string
  items: readonly FilterItem[]
  selected: readonly string[]
  onChange: (selected: string[]) => void
  /** Above the list, to search it with. */
  search?: ReactNode
  /** In the place of an empty list. */
  empty?: ReactNode
  onOpenChange?: (open: boolean) => void
}

/** A button that says what is chosen, and opens the list to choose any number of things from. */
export function FilterMenu({ label, items, selected, onChange, search, empty, onOpenChange }: FilterMenuProps) {
  return (
    <DialogTrigger onOpenChange={onOpenChange}>
      <Button className={selected.length > 0 ? 'filter-button chosen' : 'filter-button'}>
        <span className="filter-words">{summary(label, items, selected)}</span>
        <Icon name="chevronDown" />
      </Button>
      <Popover className="popover" placement="bottom start" offset={4}>
        <Dialog aria-label={label} className="filter-dialog">
          {search ? <div className="popover-search">{search}</div> : null}
          <ListBox
            aria-label={label}
            className="choice-list"
            items={items}
            selectionMode="multiple"
            selectedKeys={selected}
            autoFocus={!search}
            escapeKeyBehavior="none"
            onSelectionChange={(keys) => onChange(keys === 'all' ? items.map(({ id }) => id) : [...keys].map(String))}
            renderEmptyState={() => <div className="popover-empty">{empty ?? 'Nothing to choose from'}</div>}
          >
            {(item) => (
              <ListBoxItem id={item.id} textValue={item.name} className="choice">
                <span className="choice-mark">
                  <Icon name="check" />
                </span>
                {item.icon}
                {item.name}
              </ListBoxItem>
            )}
          </ListBox>
          {selected.length > 0 ? (
            <div className="popover-foot">
              <Button look="quiet" onPress={() => onChange([])}>
                Clear
              </Button>
            </div>
          ) : null}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

function summary(label: string, items: readonly FilterItem[], selected: readonly string[]): string {
  const [first] = selected
  if (first === undefined) return label
  const name = items.find(({ id }) => id === first)?.name ?? first
  return selected.length === 1 ? `${label}: ${name}` : `${label}: ${name} +${selected.length - 1}`
}

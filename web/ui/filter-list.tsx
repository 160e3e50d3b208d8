import type { ReactNode } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import type { PopupPlace } from './opener.tsx'
import { Popup } from './popup.tsx'

/** One thing to choose. */
export interface FilterItem {
  id: string
  name: string
  icon?: ReactNode
}

/** What there is to choose from, and what is chosen. */
export interface FilterListProps {
  label: string
  items: readonly FilterItem[]
  selected: readonly string[]
  onChange: (selected: string[]) => void
  /** Above the list, to search it with. */
  search?: ReactNode
  /** In the place of an empty list. */
  empty?: ReactNode
}

/** The list of a `FilterMenu`, with what stands above and below it. */
export function FilterList({
  place,
  label,
  items,
  selected,
  onChange,
  search,
  empty,
}: FilterListProps & { place: PopupPlace }) {
  return (
    <Popup place={place} label={label} side="start">
      <Dialog aria-label={label} className="filter-dialog">
        {search ? <div className="popover-search">{search}</div> : null}
        <ListBox
          aria-label={label}
          className="choice-list"
          items={items}
          selectionMode="multiple"
          selectedKeys={selected}
          autoFocus={search ? false : place.autoFocus}
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
    </Popup>
  )
}

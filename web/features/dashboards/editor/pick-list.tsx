import './pick-menu.css'
import { Autocomplete } from 'react-aria-components/Autocomplete'
import { Dialog } from 'react-aria-components/Dialog'
import { Input } from 'react-aria-components/Input'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { SearchField } from 'react-aria-components/SearchField'
import { Text } from 'react-aria-components/Text'
import { Icon } from '../../../ui/icon.tsx'
import type { PopupPlace } from '../../../ui/opener.tsx'
import { Popup } from '../../../ui/popup.tsx'

/** One thing to pick. */
export interface PickItem {
  id: string
  title: string
  /** What it is; or, where it cannot be picked, why not. */
  note?: string
  isDisabled?: boolean
}

/** What there is to pick from. */
export interface PickListProps {
  /** What is picked, for the search field and the list: 'Measures'. */
  label: string
  items: readonly PickItem[]
  text: string
  onText: (text: string) => void
  onPick: (id: string) => void
  /** What is picked already; then the list stays open, and picking again takes away. */
  selected?: readonly string[]
  /** In the place of an empty list. */
  empty: string
}

/** The list of a `PickMenu`, below the field that it is searched with. */
export function PickList({ place, label, items, selected, onPick, ...props }: PickListProps & { place: PopupPlace }) {
  const pick = (id: string) => {
    onPick(id)
    if (!selected) place.onOpenChange(false)
  }
  return (
    <Popup place={place} label={label} side="start" className="pick-menu">
      <Dialog aria-label={label} className="filter-dialog">
        <Autocomplete inputValue={props.text} onInputChange={props.onText} disableAutoFocusFirst={false}>
          <SearchField aria-label={`Search ${label.toLowerCase()}`} className="pick-search" autoFocus>
            <Icon name="search" />
            <Input className="input" placeholder="Search" />
          </SearchField>
          <ListBox
            aria-label={label}
            className="choice-list"
            selectionMode="none"
            // Escape closes the dialog.
            escapeKeyBehavior="none"
            items={items}
            onAction={(key) => pick(String(key))}
            renderEmptyState={() => <div className="popover-empty">{props.empty}</div>}
          >
            {(item) => <Pick item={item} picked={selected && selected.includes(item.id)} />}
          </ListBox>
        </Autocomplete>
      </Dialog>
    </Popup>
  )
}

/** @param picked undefined where picking closes the list */
function Pick({ item, picked }: { item: PickItem; picked: boolean | undefined }) {
  const said = picked ? `${item.title}, picked` : item.title
  return (
    <ListBoxItem id={item.id} textValue={said} className="choice" isDisabled={item.isDisabled}>
      {picked === undefined ? null : (
        <span className={picked ? 'choice-mark picked' : 'choice-mark'}>
          <Icon name="check" />
        </span>
      )}
      <span className="pick-words">
        <Text slot="label">{item.title}</Text>
        {picked ? <span className="visually-hidden">, picked</span> : null}
        {item.note ? (
          <Text slot="description" className="pick-note">
            {item.note}
          </Text>
        ) : null}
      </span>
    </ListBoxItem>
  )
}

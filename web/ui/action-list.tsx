import { Menu, MenuItem } from 'react-aria-components/Menu'
import type { PopupPlace } from './opener.tsx'
import { Popup } from './popup.tsx'

/** One thing that can be done. */
export interface Action {
  title: string
  /** It cannot be undone. */
  danger?: boolean
  run: () => void
}

interface ActionListProps {
  place: PopupPlace
  label: string
  actions: readonly Action[]
}

/** The actions of an `ActionMenu`. */
export function ActionList({ place, label, actions }: ActionListProps) {
  return (
    <Popup place={place} label={label} side="end">
      <Menu
        className="choice-list"
        aria-label={label}
        autoFocus={place.autoFocus}
        onAction={(key) => actions.find(({ title }) => title === key)?.run()}
        onClose={() => place.onOpenChange(false)}
      >
        {actions.map(({ title, danger }) => (
          <MenuItem key={title} id={title} className={danger ? 'choice action-danger' : 'choice'}>
            {title}
          </MenuItem>
        ))}
      </Menu>
    </Popup>
  )
}

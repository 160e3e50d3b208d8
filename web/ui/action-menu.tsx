import './popover.css'
import './action-menu.css'
import type { ReactNode } from 'react'
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'

/** One thing that can be done. */
export interface Action {
  title: string
  /** It cannot be undone. */
  danger?: boolean
  run: () => void
}

interface ActionMenuProps {
  /** What the menu is about, as in 'Actions for Ada'. */
  label: string
  actions: readonly Action[]
  /** On the button; three dots without it. */
  children?: ReactNode
}

/** What can be done with one thing, behind a button. Nothing where nothing can be done. */
export function ActionMenu({ label, actions, children }: ActionMenuProps) {
  if (actions.length === 0) return null
  return (
    <MenuTrigger>
      <Button look="quiet" square={!children} aria-label={label}>
        {children ?? <Icon name="more" />}
      </Button>
      <Popover className="popover" placement="bottom end" offset={4}>
        <Menu
          className="choice-list"
          aria-label={label}
          onAction={(key) => actions.find(({ title }) => title === key)?.run()}
        >
          {actions.map(({ title, danger }) => (
            <MenuItem key={title} id={title} className={danger ? 'choice action-danger' : 'choice'}>
              {title}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

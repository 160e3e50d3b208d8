import './action-menu.css'
import type { ReactNode } from 'react'
import { lazyPart } from '../lib/lazy-part.ts'
import type { Action } from './action-list.tsx'
import { Icon } from './icon.tsx'
import { Opener } from './opener.tsx'

const load = () => import('./action-list.tsx')
const ActionList = lazyPart(load, 'ActionList')

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
    <Opener
      opens="menu"
      load={load}
      look="quiet"
      square={!children}
      aria-label={label}
      popup={(place) => <ActionList place={place} label={label} actions={actions} />}
    >
      {children ?? <Icon name="more" />}
    </Opener>
  )
}

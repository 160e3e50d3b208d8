import type { ReactNode } from 'react'
import type { Action } from '../../ui/action-list.tsx'
import { ActionMenu } from '../../ui/action-menu.tsx'
import { lazyPart } from '../../lib/lazy-part.ts'
import { Icon } from '../../ui/icon.tsx'
import { Opener } from '../../ui/opener.tsx'

const load = () => import('./panel-about.tsx')
const PanelAbout = lazyPart(load, 'PanelAbout')

interface PanelHeadingProps {
  id: string
  title: string
  description: string | null
  /** Between the title and the menu: what must be known of the numbers. */
  notes: ReactNode
  actions: readonly Action[]
}

/** The head of a panel: its title, what it is about, what must be known of its numbers, and what can be done with it. */
export function PanelHeading({ id, title, description, notes, actions }: PanelHeadingProps) {
  return (
    <header className="panel-frame-head">
      <h2 id={id} title={title}>
        {title}
      </h2>
      {description ? (
        <Opener
          opens="dialog"
          load={load}
          look="quiet"
          square
          aria-label={`About ${title}`}
          popup={(place) => <PanelAbout place={place} title={title} description={description} />}
        >
          <Icon name="info" />
        </Opener>
      ) : null}
      <span className="panel-frame-notes">{notes}</span>
      <ActionMenu label={`Actions for ${title}`} actions={actions} />
    </header>
  )
}

import '../../ui/popover.css'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import type { ReactNode } from 'react'
import { ActionMenu, type Action } from '../../ui/action-menu.tsx'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'

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
        <DialogTrigger>
          <Button look="quiet" square aria-label={`About ${title}`}>
            <Icon name="info" />
          </Button>
          <Popover className="popover" placement="bottom start" offset={4}>
            <Dialog className="panel-about" aria-label={`About ${title}`}>
              <p>{description}</p>
            </Dialog>
          </Popover>
        </DialogTrigger>
      ) : null}
      <span className="panel-frame-notes">{notes}</span>
      <ActionMenu label={`Actions for ${title}`} actions={actions} />
    </header>
  )
}

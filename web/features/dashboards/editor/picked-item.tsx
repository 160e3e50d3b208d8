import type { ReactNode } from 'react'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'

interface PickedItemProps {
  title: string
  /** Its place in the list, from 0. */
  place: number
  note?: string
  /** Absent: it cannot be taken away, because something has to be there. */
  onRemove?: () => void
  onMove: (to: number) => void
  children: ReactNode
}

/** One thing of a list that was picked: it can be moved up and taken away. */
export function PickedItem({ title, place, note, onRemove, onMove, children }: PickedItemProps) {
  return (
    <li className="picked-item">
      <div className="picked-line">
        <div className="picked-what">{children}</div>
        {place > 0 ? (
          <Button look="quiet" square aria-label={`Move ${title} up`} onPress={() => onMove(place - 1)}>
            <Icon name="arrowUp" />
          </Button>
        ) : null}
        {onRemove ? (
          <Button look="quiet" square aria-label={`Remove ${title}`} onPress={onRemove}>
            <Icon name="close" />
          </Button>
        ) : null}
      </div>
      {note ? <span className="field-note">{note}</span> : null}
    </li>
  )
}

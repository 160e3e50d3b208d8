import './kind-palette.css'
import { useEffect, useRef } from 'react'
import { panelKinds } from '../../../panels/index.ts'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'

interface KindPaletteProps {
  /** A kind was pressed. */
  onAdd: (kind: string) => void
  /** A kind is dragged; null when it is let go. */
  onDrag: (kind: string | null) => void
  onClose: () => void
}

/** Every kind of panel, with what it is good for. A press puts it into the first gap; it can be dragged to any place, too. */
export function KindPalette({ onAdd, onDrag, onClose }: KindPaletteProps) {
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => list.current?.querySelector('button')?.focus(), [])
  return (
    <aside
      className="kind-palette"
      aria-label="Kinds of panels"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
    >
      <header className="kind-palette-head">
        <h2>Add panel</h2>
        <Button look="quiet" square aria-label="Close the kinds of panels" onPress={onClose}>
          <Icon name="close" />
        </Button>
      </header>
      <ul ref={list}>
        {panelKinds.map(({ kind, title, description, icon }) => (
          <li key={kind}>
            <button
              type="button"
              className="kind-choice"
              draggable
              onClick={() => onAdd(kind)}
              onDragStart={({ dataTransfer }) => {
                // Firefox drags nothing that carries no data.
                dataTransfer.setData('text/plain', kind)
                onDrag(kind)
              }}
              onDragEnd={() => onDrag(null)}
            >
              <Icon name={icon} />
              <span>{title}</span>
              <span className="kind-choice-words">{description}</span>
            </button>
          </li>
        ))}
      </ul>
    </aside>
  )
}

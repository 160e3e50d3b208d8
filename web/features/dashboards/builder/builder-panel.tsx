import './builder-panel.css'
import { useEffect, useRef } from 'react'
import type { PanelDocument } from '../document.ts'
import type { ShownAnswers } from '../live-answers/answers-state.ts'
import { PanelBox, type PanelSurroundings } from '../view/panel-box.tsx'
import { placeWords } from './place-words.ts'
import { nameOf, type Editing } from './use-editing.ts'

interface BuilderPanelProps {
  panel: PanelDocument
  shown: ShownAnswers
  surroundings: PanelSurroundings
  editing: Editing
  onEdit: () => void
  /** Its title is being changed. */
  isNaming: boolean
  onNaming: (isNaming: boolean) => void
}

/** A panel that is being arranged. It takes the focus as a whole: arrow keys move it, with Shift they change its size. */
export function BuilderPanel({ panel, shown, surroundings, editing, onEdit, isNaming, onNaming }: BuilderPanelProps) {
  const box = useRef<HTMLDivElement>(null)
  const { focus } = editing
  useEffect(() => {
    if (focus?.panel === panel.id) box.current?.focus()
  }, [focus, panel.id])
  const endNaming = (title: string | null) => {
    onNaming(false)
    box.current?.focus()
    if (title !== null && title !== panel.title) editing.changePanel({ ...panel, title }, 'Rename')
  }
  return (
    <div
      ref={box}
      className="builder-panel"
      role="group"
      tabIndex={0}
      data-panel={panel.id}
      aria-roledescription="panel that can be moved"
      aria-label={placeWords(nameOf(panel), panel.layout)}
    >
      {isNaming ? <TitleField title={panel.title} onEnd={endNaming} /> : null}
      <PanelBox
        panel={panel}
        shown={shown}
        surroundings={surroundings}
        actions={[
          { title: 'Edit', run: onEdit },
          { title: 'Rename', run: () => onNaming(true) },
          { title: 'Duplicate', run: () => editing.duplicate(panel) },
          { title: 'Move up', run: () => editing.move(panel, 0, -1) },
          { title: 'Move down', run: () => editing.move(panel, 0, 1) },
          { title: 'Make wider', run: () => editing.resize(panel, 1, 0) },
          { title: 'Make narrower', run: () => editing.resize(panel, -1, 0) },
          { title: 'Make taller', run: () => editing.resize(panel, 0, 1) },
          { title: 'Make shorter', run: () => editing.resize(panel, 0, -1) },
          { title: 'Remove', danger: true, run: () => editing.remove(panel) },
        ]}
      />
    </div>
  )
}

function TitleField({ title, onEnd }: { title: string; onEnd: (title: string | null) => void }) {
  return (
    <input
      className="input builder-panel-title"
      aria-label="Title of the panel"
      defaultValue={title}
      maxLength={200}
      autoFocus
      onFocus={({ currentTarget }) => currentTarget.select()}
      onBlur={({ currentTarget }) => onEnd(currentTarget.value.trim())}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onEnd(event.currentTarget.value.trim())
        if (event.key === 'Escape') onEnd(null)
      }}
    />
  )
}

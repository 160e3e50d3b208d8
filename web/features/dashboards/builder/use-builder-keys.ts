import { useShortcuts } from '../../../lib/shortcuts/use-shortcuts.ts'
import type { PanelDocument } from '../document.ts'
import type { Editing } from './use-editing.ts'
import type { DocumentHistory } from './use-history.ts'

interface BuilderKeys {
  history: DocumentHistory
  editing: Editing
  onPalette: () => void
  onSave: () => void
  onEdit: (panel: PanelDocument) => void
  onRename: (panel: PanelDocument) => void
}

const group = 'Builder'

const steps = [
  { key: 'ArrowLeft', dx: -1, dy: 0, move: 'left', size: 'narrower' },
  { key: 'ArrowRight', dx: 1, dy: 0, move: 'right', size: 'wider' },
  { key: 'ArrowUp', dx: 0, dy: -1, move: 'up', size: 'shorter' },
  { key: 'ArrowDown', dx: 0, dy: 1, move: 'down', size: 'taller' },
] as const

/** The keys of the builder. Those of a panel work while the panel itself has the focus. */
export function useBuilderKeys({ history, editing, onPalette, onSave, onEdit, onRename }: BuilderKeys): void {
  const { panels } = history.document
  const withPanel = (run: (panel: PanelDocument) => void) => ({
    group,
    when: () => focusedPanel(panels) !== undefined,
    run() {
      const panel = focusedPanel(panels)
      if (panel) run(panel)
    },
  })
  useShortcuts([
    { keys: ['a'], label: 'Add panel', group, run: onPalette },
    { keys: ['mod+s'], label: 'Save', group, run: onSave },
    // A field takes its own typing back.
    { keys: ['mod+z'], label: 'Undo', group, when: isOutsideFields, run: history.undo },
    { keys: ['mod+shift+z', 'mod+y'], label: 'Redo', group, when: isOutsideFields, run: history.redo },
    ...steps.flatMap(({ key, dx, dy, move, size }) => [
      { keys: [key], label: `Move the panel ${move}`, ...withPanel((panel) => editing.move(panel, dx, dy)) },
      {
        keys: [`shift+${key}`],
        label: `Make the panel ${size}`,
        ...withPanel((panel) => editing.resize(panel, dx, dy)),
      },
    ]),
    { keys: ['Enter', 'e'], label: 'Edit the panel', ...withPanel(onEdit) },
    { keys: ['F2'], label: 'Rename the panel', ...withPanel(onRename) },
    { keys: ['d'], label: 'Duplicate the panel', ...withPanel(editing.duplicate) },
    { keys: ['Delete', 'Backspace'], label: 'Remove the panel', ...withPanel(editing.remove) },
  ])
}

function focusedPanel(panels: readonly PanelDocument[]): PanelDocument | undefined {
  const { activeElement } = document
  const id = activeElement instanceof HTMLElement ? activeElement.dataset.panel : undefined
  return panels.find((panel) => panel.id === id)
}

const isOutsideFields = () => document.activeElement?.closest('input, textarea, [contenteditable]') === null

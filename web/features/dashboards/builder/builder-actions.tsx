import { ActionMenu } from '../../../ui/action-menu.tsx'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import type { DocumentHistory } from './use-history.ts'

/** What lies over the builder. */
export type BuilderDialog = 'save' | 'settings' | 'variables' | 'discard'

interface BuilderActionsProps {
  title: string
  history: DocumentHistory
  isPaletteOpen: boolean
  onPalette: () => void
  onDialog: (dialog: BuilderDialog) => void
}

/** What can be done with the dashboard that is being built. */
export function BuilderActions({ title, history, isPaletteOpen, onPalette, onDialog }: BuilderActionsProps) {
  const { undoable, redoable, undo, redo } = history
  return (
    <>
      <Button
        look="quiet"
        square
        aria-label={undoable === null ? 'Undo' : `Undo: ${undoable}`}
        aria-keyshortcuts="Control+Z Meta+Z"
        isDisabled={undoable === null}
        onPress={undo}
      >
        <Icon name="undo" />
      </Button>
      <Button
        look="quiet"
        square
        aria-label={redoable === null ? 'Redo' : `Redo: ${redoable}`}
        aria-keyshortcuts="Control+Shift+Z Meta+Shift+Z"
        isDisabled={redoable === null}
        onPress={redo}
      >
        <Icon name="redo" />
      </Button>
      <Button aria-expanded={isPaletteOpen} aria-keyshortcuts="a" onPress={onPalette}>
        <Icon name="plus" />
        Add panel
      </Button>
      <Button onPress={() => onDialog('variables')}>Variables</Button>
      <ActionMenu
        label={`More for ${title}`}
        actions={[
          { title: 'Settings', run: () => onDialog('settings') },
          { title: 'Discard draft', danger: true, run: () => onDialog('discard') },
        ]}
      />
      <Button look="primary" aria-keyshortcuts="Control+S Meta+S" onPress={() => onDialog('save')}>
        Save
      </Button>
    </>
  )
}

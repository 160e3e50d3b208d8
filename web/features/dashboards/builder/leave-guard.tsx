import { useBlocker } from '@tanstack/react-router'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import type { SavedDraft } from './use-draft.ts'

/** Before the builder is left: saves what is not saved yet, and asks when that cannot be done. */
export function LeaveGuard({ draft: { state, autosave } }: { draft: SavedDraft }) {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: async () => !(await autosave.flush()),
    enableBeforeUnload: () => state.status !== 'saved',
    withResolver: true,
  })
  if (status !== 'blocked') return null
  return (
    <Dialog isOpen stays title="Your last changes are not saved" onClose={reset}>
      <div className="dialog-form">
        <p>
          {state.problem ??
            'The server does not answer at the moment. Stay here, and they are saved as soon as it does.'}
        </p>
        <footer className="dialog-actions">
          <Button look="danger" onPress={proceed}>
            Leave without them
          </Button>
          <Button autoFocus look="primary" onPress={reset}>
            Stay
          </Button>
        </footer>
      </div>
    </Dialog>
  )
}

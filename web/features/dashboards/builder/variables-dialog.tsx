import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import type { VariableDocument } from '../document.ts'
import type { CatalogDataset } from '../editor/catalog.ts'
import { VariablesEditor } from '../editor/variables-editor.tsx'

interface VariablesDialogProps {
  variables: readonly VariableDocument[]
  datasets: readonly CatalogDataset[]
  onChange: (variables: VariableDocument[]) => void
  onClose: () => void
}

/** The choices that viewers have. Each edit shows on the dashboard at once, and can be undone. */
export function VariablesDialog({ variables, datasets, onChange, onClose }: VariablesDialogProps) {
  return (
    <Dialog isOpen stays title="Variables" onClose={onClose}>
      <div className="dialog-form">
        <VariablesEditor variables={variables} datasets={datasets} onChange={onChange} />
        <footer className="dialog-actions">
          <Button look="primary" onPress={onClose}>
            Done
          </Button>
        </footer>
      </div>
    </Dialog>
  )
}

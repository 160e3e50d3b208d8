import { useForm } from 'react-hook-form'
import { graphql } from '../../../gql/index.ts'
import { useChange } from '../../../lib/use-change.ts'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import type { Folder, ListedDashboard } from './dashboards-query.ts'
import { FolderField } from './folder-field.tsx'

const MoveDashboard = graphql(`
  mutation MoveDashboard($id: ID!, $folder: String) {
    moveDashboard(id: $id, folder: $folder) {
      id
      folder
    }
  }
`)

interface MoveDialogProps {
  dashboard: ListedDashboard
  folders: readonly Folder[]
  onClose: () => void
}

/** Asks which folder a dashboard belongs in. */
export function MoveDialog({ dashboard, folders, onClose }: MoveDialogProps) {
  const move = useChange(MoveDashboard)
  const { register, handleSubmit } = useForm({ defaultValues: { folder: dashboard.folder ?? '' } })
  const submit = handleSubmit(async ({ folder }) => {
    if (await move.run({ id: dashboard.id, folder: folder.trim() || null })) onClose()
  })
  return (
    <FormDialog title={`Move ${dashboard.title}`} submit="Move" change={move} onSubmit={submit} onClose={onClose}>
      <FolderField folders={folders} autoFocus {...register('folder')} />
    </FormDialog>
  )
}

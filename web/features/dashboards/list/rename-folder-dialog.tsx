import { useForm } from 'react-hook-form'
import { graphql } from '../../../gql/index.ts'
import { useChange } from '../../../lib/use-change.ts'
import { Field } from '../../../ui/field.tsx'
import { FormDialog } from '../../../ui/form-dialog.tsx'

const RenameDashboardFolder = graphql(`
  mutation RenameDashboardFolder($from: String!, $to: String!) {
    renameDashboardFolder(from: $from, to: $to) {
      path
    }
  }
`)

interface RenameFolderDialogProps {
  folder: string
  /** With the new path. */
  onRenamed: (path: string) => void
  onClose: () => void
}

/** Asks for another path of a folder: what is in it moves along. */
export function RenameFolderDialog({ folder, onRenamed, onClose }: RenameFolderDialogProps) {
  const rename = useChange(RenameDashboardFolder)
  const { register, handleSubmit, formState } = useForm({ defaultValues: { path: folder } })
  const submit = handleSubmit(async ({ path }) => {
    if (!(await rename.run({ from: folder, to: path.trim() }))) return
    onRenamed(path.trim())
    onClose()
  })
  return (
    <FormDialog title={`Rename ${folder}`} submit="Rename" change={rename} onSubmit={submit} onClose={onClose}>
      <Field
        label="Folder"
        note='The dashboards in it move along. "/" puts it into another folder.'
        autoComplete="off"
        autoFocus
        error={formState.errors.path?.message}
        {...register('path', { validate: (text) => text.trim() !== '' || 'Name the folder.' })}
      />
    </FormDialog>
  )
}

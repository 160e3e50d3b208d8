import { useId, type ComponentProps } from 'react'
import { Field } from '../../../ui/field.tsx'
import type { Folder } from './dashboards-query.ts'

type FolderFieldProps = Omit<ComponentProps<typeof Field>, 'label'> & { folders: readonly Folder[] }

/** Where a dashboard is: one of the folders there are, or a new one, which is made by naming it. */
export function FolderField({ folders, ...field }: FolderFieldProps) {
  const id = useId()
  return (
    <>
      <Field
        {...field}
        label="Folder"
        note='A new one is made by naming it; "/" puts it into another one. Empty: in no folder.'
        list={id}
        autoComplete="off"
      />
      <datalist id={id}>
        {folders.map(({ path }) => (
          <option key={path} value={path} />
        ))}
      </datalist>
    </>
  )
}

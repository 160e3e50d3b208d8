import { useForm } from 'react-hook-form'
import { graphql } from '../../../gql/index.ts'
import { useChange } from '../../../lib/use-change.ts'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { SettingsPage } from '../settings-page.tsx'
import { useViewer } from '../settings-viewer.ts'
import { roleWords } from '../words.ts'
import { RetentionPanel } from './retention.tsx'
import { RoleTable } from './role-table.tsx'

const RenameOrganization = graphql(`
  mutation RenameOrganization($name: String!) {
    renameOrganization(name: $name) {
      id
      name
    }
  }
`)

/** What the organization is called, what the viewer is in it, how long jobs are kept, and what each role may do. */
export function OrganizationPage() {
  return (
    <SettingsPage section="/settings/organization">
      <Name />
      <RetentionPanel />
      <Panel title="Roles" flush>
        <RoleTable />
      </Panel>
    </SettingsPage>
  )
}

function Name() {
  const { organization, role, may } = useViewer()
  return (
    <Panel title="This organization">
      {may('organization.manage') ? (
        <RenameForm key={organization.name} name={organization.name} />
      ) : (
        <p>{organization.name}</p>
      )}
      {role ? <p className="muted">Your role: {roleWords[role]}</p> : null}
    </Panel>
  )
}

function RenameForm({ name }: { name: string }) {
  const rename = useChange(RenameOrganization)
  const { register, handleSubmit, formState } = useForm({ defaultValues: { name } })
  const { errors, isDirty } = formState
  const submit = handleSubmit((input) => rename.run({ name: input.name.trim() }))
  return (
    <form className="settings-inline organization-name" onSubmit={submit} noValidate>
      <Field
        label="Name"
        autoComplete="off"
        error={errors.name?.message ?? rename.problem ?? undefined}
        {...register('name', { validate: (text) => text.trim() !== '' || 'Name the organization.' })}
      />
      <Button type="submit" isDisabled={!isDirty} isPending={rename.isPending}>
        Rename
      </Button>
    </form>
  )
}

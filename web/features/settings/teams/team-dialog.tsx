import { useForm } from 'react-hook-form'
import { graphql } from '../../../gql/index.ts'
import { useChange } from '../../../lib/use-change.ts'
import { Field } from '../../../ui/field.tsx'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import type { Team } from './teams-query.ts'

const CreateTeam = graphql(`
  mutation CreateTeam($name: String!) {
    createTeam(name: $name) {
      id
    }
  }
`)

const RenameTeam = graphql(`
  mutation RenameTeam($id: ID!, $name: String!) {
    renameTeam(id: $id, name: $name) {
      id
      name
    }
  }
`)

/** Asks for the name of a new team, or the new name of one that is there. */
export function TeamDialog({ team, onClose }: { team: Team | null; onClose: () => void }) {
  const create = useChange(CreateTeam)
  const rename = useChange(RenameTeam)
  const { register, handleSubmit, formState } = useForm({ defaultValues: { name: team?.name ?? '' } })
  const { errors } = formState
  const submit = handleSubmit(async (input) => {
    const name = input.name.trim()
    const answer = team ? await rename.run({ id: team.id, name }) : await create.run({ name })
    if (answer) onClose()
  })
  return (
    <FormDialog
      title={team ? `Rename ${team.name}` : 'Make team'}
      submit={team ? 'Rename' : 'Make team'}
      change={team ? rename : create}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field
        label="Name"
        autoComplete="off"
        autoFocus
        error={errors.name?.message}
        {...register('name', { validate: (text) => text.trim() !== '' || 'Name the team.' })}
      />
    </FormDialog>
  )
}

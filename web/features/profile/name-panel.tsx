import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { graphql } from '../../gql/index.ts'
import { useChange } from '../../lib/use-change.ts'
import { Field } from '../../ui/field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import { Outcome } from './outcome.tsx'

const UpdateProfile = graphql(`
  mutation UpdateProfile($name: String!) {
    updateProfile(name: $name) {
      id
      name
    }
  }
`)

/** What others see of the viewer. */
export function NamePanel({ user }: { user: { name: string; email: string } }) {
  const { register, handleSubmit, formState } = useForm({ defaultValues: { name: user.name } })
  const [said, setSaid] = useState<string | null>(null)
  const { run, isPending, problem } = useChange(UpdateProfile)
  const submit = handleSubmit(async ({ name }) => {
    setSaid(null)
    const changed = await run({ name: name.trim() })
    if (changed) setSaid('Your name is changed.')
  })
  return (
    <Panel title="You">
      <form className="profile-form" onSubmit={(event) => void submit(event)} noValidate>
        <Field
          label="E-mail"
          type="email"
          autoComplete="username"
          note="You sign in with it. It cannot be changed here."
          value={user.email}
          readOnly
        />
        <Field
          label="Name"
          autoComplete="name"
          error={formState.errors.name?.message}
          {...register('name', { validate: (name) => name.trim() !== '' || 'Enter your name.' })}
        />
        <SubmitButton label="Change name" pendingLabel="Changing it" look="plain" isPending={isPending} />
        <Outcome said={said} problem={problem} />
      </form>
    </Panel>
  )
}

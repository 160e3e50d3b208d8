import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { graphql } from '../../gql/index.ts'
import { useChange } from '../../lib/use-change.ts'
import { Panel } from '../../ui/panel.tsx'
import { PASSWORD_RULES, PasswordField } from '../../ui/password-field.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import { Outcome } from './outcome.tsx'

const ChangePassword = graphql(`
  mutation ChangePassword($current: String!, $new: String!) {
    changePassword(current: $current, new: $new)
  }
`)

/** Another password. Whoever is signed in with the old one somewhere else is signed out. */
export function PasswordPanel({ email, onChanged }: { email: string; onChanged: () => void }) {
  const { register, handleSubmit, reset, setFocus, formState } = useForm({ defaultValues: { current: '', new: '' } })
  const { errors } = formState
  const [said, setSaid] = useState<string | null>(null)
  const { run, isPending, problem } = useChange(ChangePassword)
  const submit = handleSubmit(async (input) => {
    setSaid(null)
    if (!(await run(input))) return setFocus('current')
    reset()
    setSaid('Your password is changed, and your other sessions are ended.')
    onChanged()
  })
  return (
    <Panel title="Password">
      <form className="profile-form" onSubmit={(event) => void submit(event)} noValidate>
        {/* A password manager has to know whose password changes. */}
        <input className="visually-hidden" autoComplete="username" value={email} readOnly tabIndex={-1} aria-hidden />
        <PasswordField
          label="Current password"
          autoComplete="current-password"
          error={errors.current?.message}
          {...register('current', { required: 'Enter the password that you have now.' })}
        />
        <PasswordField
          label="New password"
          note={PASSWORD_RULES}
          autoComplete="new-password"
          error={errors.new?.message}
          {...register('new', { required: 'Choose a new password.' })}
        />
        <p className="field-note">Your other sessions end when you change it.</p>
        <SubmitButton label="Change password" pendingLabel="Changing it" look="plain" isPending={isPending} />
        <Outcome said={said} problem={problem} />
      </form>
    </Panel>
  )
}

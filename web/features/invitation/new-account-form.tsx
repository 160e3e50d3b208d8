import { useState } from 'react'
import { useForm } from 'react-hook-form'
import type { Refusal } from '../../lib/auth-request.ts'
import type { Invitation } from '../../lib/session.ts'
import { EntryPage } from '../../ui/entry-page.tsx'
import { Field } from '../../ui/field.tsx'
import { PASSWORD_RULES, PasswordField } from '../../ui/password-field.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import { InvitationText } from './invitation-text.tsx'

interface NewAccountFormProps {
  invitation: Invitation
  /** Somebody is signed in here: that stay ends when the invitation is accepted. */
  signedIn: boolean
  accept: (input: { name: string; password: string }) => Promise<Refusal | null>
  onAccepted: () => void
}

/** For somebody who is new here: the name and the password of the account that the invitation makes. */
export function NewAccountForm({ invitation, signedIn, accept, onAccepted }: NewAccountFormProps) {
  const { register, handleSubmit, formState } = useForm({ defaultValues: { name: '', password: '' } })
  const { errors, isSubmitting } = formState
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const submit = handleSubmit(async ({ name, password }) => {
    const answer = await accept({ name: name.trim(), password })
    if (answer === null) return onAccepted()
    setRefusal(answer)
  })
  return (
    <EntryPage
      title={`Join ${invitation.organization}`}
      text={
        <>
          <InvitationText invitation={invitation} />
          {signedIn ? ' You are signed in as somebody else here; that ends when you join.' : null}
        </>
      }
      problem={refusal?.text}
      onSubmit={submit}
    >
      <Field label="E-mail" type="email" autoComplete="username" value={invitation.email} readOnly />
      <Field
        label="Your name"
        autoComplete="name"
        autoFocus
        error={errors.name?.message}
        {...register('name', { required: 'Enter your name.' })}
      />
      <PasswordField
        label="Password"
        note={PASSWORD_RULES}
        autoComplete="new-password"
        error={errors.password?.message}
        {...register('password', { required: 'Choose a password.' })}
      />
      <SubmitButton
        label={`Join ${invitation.organization}`}
        pendingLabel="Joining"
        isPending={isSubmitting}
        retryAt={refusal?.retryAt}
      />
    </EntryPage>
  )
}

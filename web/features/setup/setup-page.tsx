import { useState } from 'react'
import { useForm } from 'react-hook-form'
import type { Refusal } from '../../lib/auth-request.ts'
import type { SetupInput } from '../../lib/session.ts'
import { EntryPage } from '../../ui/entry-page.tsx'
import { Field } from '../../ui/field.tsx'
import { PASSWORD_RULES, PasswordField } from '../../ui/password-field.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'

interface SetupPageProps {
  /** Null when it went well, else what to say. */
  setUp: (input: SetupInput) => Promise<Refusal | null>
  onReady: () => void
}

const BLANK: SetupInput = { organization: '', name: '', email: '', password: '', token: '' }

/** The first start: makes the organization and the user who owns it. */
export function SetupPage({ setUp, onReady }: SetupPageProps) {
  const { register, handleSubmit, formState } = useForm({ defaultValues: BLANK })
  const { errors, isSubmitting } = formState
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const submit = handleSubmit(async (input) => {
    const answer = await setUp(input)
    if (answer === null) return onReady()
    setRefusal(answer)
  })
  return (
    <EntryPage
      title="Set up Tachograph"
      text="Nothing is here yet. Make the first organization, and the user who owns it."
      problem={refusal?.text}
      onSubmit={submit}
    >
      <Field
        label="Organization"
        autoComplete="organization"
        autoFocus
        error={errors.organization?.message}
        {...register('organization', { required: 'Name the organization.' })}
      />
      <Field
        label="Your name"
        autoComplete="name"
        error={errors.name?.message}
        {...register('name', { required: 'Enter your name.' })}
      />
      <Field
        label="E-mail"
        type="email"
        autoComplete="username"
        error={errors.email?.message}
        {...register('email', { required: 'Enter your e-mail address.' })}
      />
      <PasswordField
        label="Password"
        note={PASSWORD_RULES}
        autoComplete="new-password"
        error={errors.password?.message}
        {...register('password', { required: 'Choose a password.' })}
      />
      <Field
        label="Token"
        note="The server printed it when it started."
        autoComplete="off"
        spellCheck={false}
        error={errors.token?.message}
        {...register('token', { required: 'Copy the token from the output of the server.' })}
      />
      <SubmitButton
        label="Make organization"
        pendingLabel="Making it"
        isPending={isSubmitting}
        retryAt={refusal?.retryAt}
      />
    </EntryPage>
  )
}

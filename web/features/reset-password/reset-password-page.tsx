import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import type { Refusal } from '../../lib/auth-request.ts'
import { EntryPage } from '../../ui/entry-page.tsx'
import { PASSWORD_RULES, PasswordField } from '../../ui/password-field.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'

interface ResetPasswordPageProps {
  /** Null when it went well, else what was said against it. */
  reset: (password: string) => Promise<Refusal | null>
}

/** Where the link of the mail leads: choose a new password. */
export function ResetPasswordPage({ reset }: ResetPasswordPageProps) {
  const [changed, setChanged] = useState(false)
  const { register, handleSubmit, setFocus, formState } = useForm({ defaultValues: { password: '' } })
  const { errors, isSubmitting } = formState
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const submit = handleSubmit(async ({ password }) => {
    const answer = await reset(password)
    if (answer === null) return setChanged(true)
    setRefusal(answer)
    setFocus('password')
  })
  if (changed) return <Changed />
  return (
    <EntryPage
      title="Choose a new password"
      text="You are then signed out everywhere, and sign in with the new one."
      problem={refusal?.text}
      onSubmit={submit}
      foot={<Link to="/forgot-password">Send me a new link</Link>}
    >
      <PasswordField
        label="New password"
        note={PASSWORD_RULES}
        autoComplete="new-password"
        autoFocus
        error={errors.password?.message}
        {...register('password', { required: 'Choose a password.' })}
      />
      <SubmitButton
        label="Change password"
        pendingLabel="Changing it"
        isPending={isSubmitting}
        retryAt={refusal?.retryAt}
      />
    </EntryPage>
  )
}

function Changed() {
  return (
    <EntryPage title="Your password is changed" focusTitle text="Everyone who was signed in as you is signed out.">
      <Link to="/sign-in" className="button primary">
        Sign in
      </Link>
    </EntryPage>
  )
}

/** In the place of the form when the address has lost the part that the link is about. */
export function LinkIncomplete() {
  return (
    <EntryPage
      title="This link is not complete"
      text="The mail program may have cut it off. Copy the whole link from the mail into the address bar, or ask for a new one."
      foot={<Link to="/forgot-password">Send me a new link</Link>}
    />
  )
}

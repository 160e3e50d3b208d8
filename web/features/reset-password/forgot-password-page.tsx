import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import type { Refusal } from '../../lib/auth-request.ts'
import { EntryPage } from '../../ui/entry-page.tsx'
import { Field } from '../../ui/field.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'

interface ForgotPasswordPageProps {
  /** The server can send mail. */
  mail: boolean
  forgot: (email: string) => Promise<Refusal | null>
}

const backToSignIn = <Link to="/sign-in">Back to sign-in</Link>

/** Asks for a link to choose a new password, or says who can help when the server sends no mail. */
export function ForgotPasswordPage({ mail, forgot }: ForgotPasswordPageProps) {
  const [askedFor, setAskedFor] = useState<string | null>(null)
  if (!mail) return <NoMail />
  if (askedFor !== null) return <Asked email={askedFor} />
  return <AskForm forgot={forgot} onAsked={setAskedFor} />
}

function AskForm({ forgot, onAsked }: { forgot: ForgotPasswordPageProps['forgot']; onAsked: (email: string) => void }) {
  const { register, handleSubmit, formState } = useForm({ defaultValues: { email: '' } })
  const { errors, isSubmitting } = formState
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const submit = handleSubmit(async ({ email }) => {
    const answer = await forgot(email.trim())
    if (answer === null) return onAsked(email.trim())
    setRefusal(answer)
  })
  return (
    <EntryPage
      title="Forgot your password?"
      text="Enter your address. We send you a link to choose a new password."
      problem={refusal?.text}
      onSubmit={submit}
      foot={backToSignIn}
    >
      <Field
        label="E-mail"
        type="email"
        autoComplete="username"
        autoFocus
        error={errors.email?.message}
        {...register('email', { required: 'Enter your e-mail address.' })}
      />
      <SubmitButton label="Send link" pendingLabel="Sending" isPending={isSubmitting} retryAt={refusal?.retryAt} />
    </EntryPage>
  )
}

// The same words whoever asked: they must not tell whether there is an account.
function Asked({ email }: { email: string }) {
  return (
    <EntryPage
      title="Look into your mail"
      focusTitle
      text={
        <>
          If <strong>{email}</strong> has an account with a password here, a link to choose a new one is on its way. It
          can take a minute; look into the spam folder too.
        </>
      }
      foot={backToSignIn}
    />
  )
}

function NoMail() {
  return (
    <EntryPage
      title="Forgot your password?"
      text={
        <>
          This server sends no mail, so it cannot send you a link. Ask whoever runs it: the command{' '}
          <code>tachograph reset-password</code> makes one.
        </>
      }
      foot={backToSignIn}
    />
  )
}

import './sign-in.css'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import type { Refusal } from '../../lib/auth-request.ts'
import type { SignInProvider } from '../../lib/session.ts'
import { EntryPage } from '../../ui/entry-page.tsx'
import { Field } from '../../ui/field.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import { problemWords } from './problem-words.ts'

interface PasswordStepProps {
  signIn: (email: string, password: string) => Promise<Refusal | 'second-factor' | null>
  onSignedIn: () => void
  onSecondFactor: () => void
  providers: readonly SignInProvider[]
  problemCode?: string
}

/** The first step: an address and its password, or a provider. */
export function PasswordStep({ signIn, onSignedIn, onSecondFactor, providers, problemCode }: PasswordStepProps) {
  const { register, handleSubmit, setFocus, formState } = useForm({ defaultValues: { email: '', password: '' } })
  const { errors, isSubmitting, isSubmitted } = formState
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const submit = handleSubmit(async ({ email, password }) => {
    const answer = await signIn(email, password)
    if (answer === null) return onSignedIn()
    if (answer === 'second-factor') return onSecondFactor()
    setRefusal(answer)
    setFocus('password', { shouldSelect: true })
  })
  // What went wrong at the provider is old news once one has tried the password.
  const problem = refusal?.text ?? (problemCode && !isSubmitted ? problemWords(problemCode) : undefined)
  return (
    <EntryPage
      title="Sign in"
      problem={problem}
      onSubmit={submit}
      foot={<Link to="/forgot-password">Forgot your password?</Link>}
    >
      <Field
        label="E-mail"
        type="email"
        autoComplete="username"
        autoFocus
        error={errors.email?.message}
        {...register('email', { required: 'Enter your e-mail address.' })}
      />
      <Field
        label="Password"
        type="password"
        autoComplete="current-password"
        error={errors.password?.message}
        {...register('password', { required: 'Enter your password.' })}
      />
      <SubmitButton
        label="Sign in"
        pendingLabel="Signing in"
        isPending={isSubmitting}
        retryAt={refusal?.retryAt ?? null}
      />
      {providers.length > 0 ? <Providers providers={providers} /> : null}
    </EntryPage>
  )
}

// Plain links: the way leads out of this page.
function Providers({ providers }: { providers: readonly SignInProvider[] }) {
  return (
    <div className="sign-in-providers" role="group" aria-label="Other ways to sign in">
      <span className="sign-in-or">or</span>
      {providers.map(({ name, url }) => (
        <a key={url} href={url} className="button">
          Continue with {name}
        </a>
      ))}
    </div>
  )
}

import { useForm } from 'react-hook-form'
import { Button } from '../../ui/button.tsx'
import { EntryPage } from '../../ui/entry-page.tsx'
import { Field } from '../../ui/field.tsx'

interface SignInPageProps {
  /** Null when it went well, else what to say. */
  signIn: (email: string, password: string) => Promise<string | null>
  /** Where to go then. */
  onSignedIn: () => void
}

/** Asks who is there. */
export function SignInPage({ signIn, onSignedIn }: SignInPageProps) {
  const { register, handleSubmit, setError, setFocus, formState } = useForm({
    defaultValues: { email: '', password: '' },
  })
  const { errors, isSubmitting } = formState
  const submit = handleSubmit(async ({ email, password }) => {
    const problem = await signIn(email, password)
    if (problem === null) return onSignedIn()
    setError('root', { message: problem })
    setFocus('password', { shouldSelect: true })
  })
  return (
    <EntryPage title="Sign in" problem={errors.root?.message} onSubmit={submit}>
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
      <Button type="submit" look="primary" isPending={isSubmitting}>
        {isSubmitting ? 'Signing in' : 'Sign in'}
      </Button>
    </EntryPage>
  )
}

import { useForm } from 'react-hook-form'
import { Button } from '../../ui/button.tsx'
import { EntryPage } from '../../ui/entry-page.tsx'
import { Field } from '../../ui/field.tsx'

/** What the first start asks for. */
export interface SetupForm {
  organization: string
  name: string
  email: string
  password: string
  token: string
}

interface SetupPageProps {
  /** Null when it went well, else what to say. */
  setUp: (input: SetupForm) => Promise<string | null>
  onReady: () => void
}

const BLANK: SetupForm = { organization: '', name: '', email: '', password: '', token: '' }

/** The first start: makes the organization and the user who owns it. */
export function SetupPage({ setUp, onReady }: SetupPageProps) {
  const { register, handleSubmit, setError, formState } = useForm({ defaultValues: BLANK })
  const { errors, isSubmitting } = formState
  const submit = handleSubmit(async (input) => {
    const problem = await setUp(input)
    if (problem === null) return onReady()
    setError('root', { message: problem })
  })
  return (
    <EntryPage
      title="Set up Tachograph"
      text="Nothing is here yet. Make the first organization, and the user who owns it."
      problem={errors.root?.message}
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
      <Field
        label="Password"
        type="password"
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
      <Button type="submit" look="primary" isPending={isSubmitting}>
        {isSubmitting ? 'Making it' : 'Make organization'}
      </Button>
    </EntryPage>
  )
}

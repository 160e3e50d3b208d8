import { useState } from 'react'
import { useForm } from 'react-hook-form'
import type { Refusal } from '../../lib/auth-request.ts'
import { Button } from '../../ui/button.tsx'
import { EntryPage } from '../../ui/entry-page.tsx'
import { Field } from '../../ui/field.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'

interface SecondFactorStepProps {
  check: (code: string) => Promise<Refusal | null>
  onRight: () => void
  onBack: () => void
}

const KINDS = {
  app: {
    label: 'Code',
    text: 'Enter the six digits that your authenticator app shows now.',
    required: 'Enter the code.',
    other: 'Use a recovery code',
  },
  recovery: {
    label: 'Recovery code',
    text: 'Enter one of the codes that you kept when you set up the second factor. Each works once.',
    required: 'Enter a recovery code.',
    other: 'Use the app',
  },
} as const

/** The second step: a code from the app, or one of those kept for the day when the app is lost. */
export function SecondFactorStep({ check, onRight, onBack }: SecondFactorStepProps) {
  const [kind, setKind] = useState<keyof typeof KINDS>('app')
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const { register, handleSubmit, setFocus, reset, formState } = useForm({ defaultValues: { code: '' } })
  const { errors, isSubmitting } = formState
  const words = KINDS[kind]
  const submit = handleSubmit(async ({ code }) => {
    const answer = await check(code.trim())
    if (answer === null) return onRight()
    setRefusal(answer)
    setFocus('code', { shouldSelect: true })
  })
  const change = () => {
    setKind(kind === 'app' ? 'recovery' : 'app')
    setRefusal(null)
    reset()
    setFocus('code')
  }
  return (
    <EntryPage
      title="Second factor"
      text={words.text}
      problem={refusal?.text}
      onSubmit={submit}
      foot={
        <>
          <Button look="quiet" onPress={change}>
            {words.other}
          </Button>
          <Button look="quiet" onPress={onBack}>
            Back to the password
          </Button>
        </>
      }
    >
      <Field
        label={words.label}
        autoComplete="one-time-code"
        inputMode={kind === 'app' ? 'numeric' : 'text'}
        autoCapitalize="none"
        spellCheck={false}
        autoFocus
        error={errors.code?.message}
        {...register('code', { required: words.required })}
      />
      <SubmitButton label="Continue" pendingLabel="Checking" isPending={isSubmitting} retryAt={refusal?.retryAt} />
    </EntryPage>
  )
}

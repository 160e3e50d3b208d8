import { useForm } from 'react-hook-form'
import { graphql } from '../../gql/index.ts'
import { useChange } from '../../lib/use-change.ts'
import { Button } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Field } from '../../ui/field.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import { Outcome } from './outcome.tsx'
import { QrCode } from './qr-code.tsx'

const ConfirmSecondFactor = graphql(`
  mutation ConfirmSecondFactor($code: String!) {
    confirmSecondFactor(code: $code) {
      recoveryCodes
    }
  }
`)

/** What an app needs to make codes. */
export interface StartedSecondFactor {
  secret: string
  url: string
}

interface SecondFactorSetupProps {
  started: StartedSecondFactor
  /** It is on; these are the recovery codes. */
  onDone: (codes: readonly string[]) => void
  onCancel: () => void
}

/** Shows the secret to an app, and wants a code of it to be sure that the app has it. */
export function SecondFactorSetup({ started, onDone, onCancel }: SecondFactorSetupProps) {
  const confirm = useChange(ConfirmSecondFactor)
  const { register, handleSubmit, setFocus, formState } = useForm({ defaultValues: { code: '' } })
  const submit = handleSubmit(async ({ code }) => {
    const changed = await confirm.run({ code: code.trim() })
    if (changed) return onDone(changed.confirmSecondFactor.recoveryCodes)
    setFocus('code', { shouldSelect: true })
  })
  return (
    <form className="profile-form" onSubmit={(event) => void submit(event)} noValidate>
      <p>1. Scan this with an authenticator app, or type the secret into it.</p>
      <Secret {...started} />
      <p>2. Enter the six digits that the app shows now.</p>
      <Field
        label="Code"
        autoComplete="one-time-code"
        inputMode="numeric"
        autoFocus
        error={formState.errors.code?.message}
        {...register('code', { required: 'Enter the code.' })}
      />
      <div className="profile-actions">
        <SubmitButton label="Turn on" pendingLabel="Checking" isPending={confirm.isPending} />
        <Button onPress={onCancel}>Cancel</Button>
      </div>
      <Outcome said={null} problem={confirm.problem} />
    </form>
  )
}

function Secret({ secret, url }: StartedSecondFactor) {
  return (
    <div className="second-factor-secret">
      <QrCode text={url} label="The secret, to be scanned with an authenticator app" />
      <div>
        <code className="second-factor-text">{secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
        <CopyButton text={secret} label="Copy secret" />
      </div>
    </div>
  )
}

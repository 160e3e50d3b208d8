import { useForm } from 'react-hook-form'
import { graphql } from '../../gql/index.ts'
import { useChange } from '../../lib/use-change.ts'
import { Button } from '../../ui/button.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import { Outcome } from './outcome.tsx'

const RenewCodes = graphql(`
  mutation RenewRecoveryCodes($password: String!) {
    renewRecoveryCodes(password: $password) {
      recoveryCodes
    }
  }
`)

const EndFactor = graphql(`
  mutation EndSecondFactor($password: String!) {
    endSecondFactor(password: $password)
  }
`)

/** New recovery codes in the place of the old ones. */
export function RenewRecoveryCodes(props: { onDone: (codes: readonly string[]) => void; onCancel: () => void }) {
  const { run, isPending, problem } = useChange(RenewCodes)
  const renew = async (password: string) => {
    const changed = await run({ password })
    if (changed) props.onDone(changed.renewRecoveryCodes.recoveryCodes)
  }
  return (
    <PasswordAsked
      text="The codes that you have now stop working."
      action="Make new codes"
      run={renew}
      isPending={isPending}
      problem={problem}
      onCancel={props.onCancel}
    />
  )
}

/** From then on the password alone lets one in. */
export function EndSecondFactor(props: { onDone: () => void; onCancel: () => void }) {
  const { run, isPending, problem } = useChange(EndFactor)
  const end = async (password: string) => {
    if (await run({ password })) props.onDone()
  }
  return (
    <PasswordAsked
      text="Then the password alone lets you in. The app's entry and the recovery codes stop working."
      action="End second factor"
      look="danger"
      run={end}
      isPending={isPending}
      problem={problem}
      onCancel={props.onCancel}
    />
  )
}

interface PasswordAskedProps {
  /** What it leads to. */
  text: string
  action: string
  look?: 'primary' | 'danger'
  run: (password: string) => Promise<void>
  isPending: boolean
  problem: string | null
  onCancel: () => void
}

// Somebody else at a screen that was left open must not be able to do it.
function PasswordAsked({ text, action, look, run, isPending, problem, onCancel }: PasswordAskedProps) {
  const { register, handleSubmit, setFocus, formState } = useForm({ defaultValues: { password: '' } })
  const submit = handleSubmit(async ({ password }) => {
    await run(password)
    setFocus('password', { shouldSelect: true })
  })
  return (
    <form className="profile-form" onSubmit={(event) => void submit(event)} noValidate>
      <p>{text}</p>
      <PasswordField
        label="Your password"
        autoComplete="current-password"
        autoFocus
        error={formState.errors.password?.message}
        {...register('password', { required: 'Enter your password.' })}
      />
      <div className="profile-actions">
        <SubmitButton label={action} look={look} pendingLabel="Checking" isPending={isPending} />
        <Button onPress={onCancel}>Cancel</Button>
      </div>
      <Outcome said={null} problem={problem} />
    </form>
  )
}

import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { useChange } from '../../../lib/use-change.ts'
import { useNow } from '../../../lib/use-now.ts'
import { CopyText } from '../../../ui/copy-text.tsx'
import { Field } from '../../../ui/field.tsx'
import { Refusal } from '../../../ui/refusal.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { SubmitButton } from '../../../ui/submit-button.tsx'
import { expiresAt, expiryChoices, linkProblem } from './expiry.ts'
import { CreateShareLink } from './share-queries.ts'
import { sharedAddress } from './shared-address.ts'

/** Makes a link to a dashboard, and shows its address, once. */
export function LinkForm({ id }: { id: string }) {
  const create = useChange(CreateShareLink)
  const now = useNow(60_000)
  const [token, setToken] = useState<string | null>(null)
  const { register, handleSubmit, control, formState } = useForm({ defaultValues: { expiry: '7', day: '' } })
  const expiry = useWatch({ control, name: 'expiry' })
  const submit = handleSubmit(async (form) => {
    const made = await create.run({ id, expiresAt: expiresAt(form, now) })
    if (made) setToken(made.createShareLink.token)
  })
  return (
    <>
      <form className="link-form" onSubmit={(event) => void submit(event)} noValidate>
        <SelectField label="It lasts" items={expiryChoices} {...register('expiry')} />
        {expiry === 'day' ? (
          <Field
            label="Last day"
            type="date"
            error={formState.errors.day?.message}
            {...register('day', { validate: (_day, form) => linkProblem(form, now) ?? true })}
          />
        ) : null}
        <SubmitButton label="Make link" pendingLabel="Making link" look="plain" isPending={create.isPending} />
      </form>
      <Refusal text={create.problem} />
      <div aria-live="polite">
        {token === null ? null : (
          <div className="link-made">
            <CopyText label="Address" text={sharedAddress(window.location.origin, token)} />
            <p className="muted">It is shown only now: copy it.</p>
          </div>
        )}
      </div>
    </>
  )
}

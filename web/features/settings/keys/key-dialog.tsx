import { useState } from 'react'
import { Controller, useForm } from 'react-hook-form'
import { graphql } from '../../../gql/index.ts'
import { zoneName } from '../../../lib/format-time.ts'
import { useNow } from '../../../lib/use-now.ts'
import { useChange } from '../../../lib/use-change.ts'
import { Checkbox, FieldGroup } from '../../../ui/checkbox.tsx'
import { Field } from '../../../ui/field.tsx'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { scopeWords } from '../words.ts'
import { blankKey, keyInput } from './key-form.ts'
import { MadeKey, type KeyMade } from './made-key.tsx'
import { PipelineChoice } from './pipeline-choice.tsx'

const CreateApiKey = graphql(`
  mutation CreateApiKey($input: CreateApiKeyInput!) {
    createApiKey(input: $input) {
      key
      apiKey {
        id
        name
        scopes
        pipelines
      }
    }
  }
`)

const DAY_MS = 24 * 3_600_000

/** Asks what a new key may do; then shows it, once. */
export function KeyDialog({ onClose }: { onClose: () => void }) {
  const [made, setMade] = useState<KeyMade | null>(null)
  const create = useChange(CreateApiKey)
  const now = useNow(null)
  const { register, control, handleSubmit, formState } = useForm({ defaultValues: blankKey })
  const { errors } = formState
  const submit = handleSubmit(async (form) => {
    const answer = await create.run({ input: keyInput(form) })
    if (answer) setMade(answer.createApiKey)
  })
  return (
    <FormDialog
      title="Make key"
      submit="Make key"
      change={create}
      result={made ? { title: 'Key made', content: <MadeKey made={made} /> } : null}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field
        label="Name"
        note="What it is for, so that it is recognised later."
        autoComplete="off"
        autoFocus
        error={errors.name?.message}
        {...register('name', { validate: (text) => text.trim() !== '' || 'Name the key.' })}
      />
      <FieldGroup label="It may" error={errors.scopes?.message}>
        {Object.entries(scopeWords).map(([scope, { name, allows }]) => (
          <Checkbox
            key={scope}
            label={name}
            note={allows}
            value={scope}
            {...register('scopes', {
              validate: (scopes) => scopes.length > 0 || 'Choose at least one thing that it may do.',
            })}
          />
        ))}
      </FieldGroup>
      <FieldGroup label="Only these pipelines" note="None chosen: all, those to come included.">
        <Controller
          control={control}
          name="pipelines"
          render={({ field }) => <PipelineChoice selected={field.value} onChange={field.onChange} />}
        />
      </FieldGroup>
      <Field
        label="Only from these networks"
        note="Addresses or networks such as 203.0.113.0/24, separated by commas. Empty: from anywhere."
        autoComplete="off"
        spellCheck={false}
        {...register('addresses')}
      />
      <div className="settings-pair">
        <Field
          label="Requests a minute"
          note="Empty: the server's default."
          inputMode="numeric"
          autoComplete="off"
          error={errors.requestsAMinute?.message}
          {...register('requestsAMinute', {
            validate: (text) => /^\s*([1-9]\d{0,6})?\s*$/.test(text) || 'Enter a whole number above 0.',
          })}
        />
        <Field
          label="Last day"
          note={`Empty: it does not end. Days in ${zoneName(now)}.`}
          type="date"
          min={new Date(now + DAY_MS).toISOString().slice(0, 10)}
          {...register('expires')}
        />
      </div>
    </FormDialog>
  )
}

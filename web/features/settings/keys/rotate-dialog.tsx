import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { graphql } from '../../../gql/index.ts'
import { useChange } from '../../../lib/use-change.ts'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import type { ApiKey } from './keys-query.ts'
import { MadeKey, type KeyMade } from './made-key.tsx'

const RotateApiKey = graphql(`
  mutation RotateApiKey($id: ID!, $overlap: Duration!) {
    rotateApiKey(id: $id, overlap: $overlap) {
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

const OVERLAPS = [
  { id: 'PT1H', name: 'for another hour' },
  { id: 'P1D', name: 'for another day' },
  { id: 'P7D', name: 'for another week' },
  { id: 'P30D', name: 'for another 30 days' },
]

/** Makes a new key with the same rights; the old one goes on for a while, so that nothing has to be changed at once. */
export function RotateDialog({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const rotate = useChange(RotateApiKey)
  const [made, setMade] = useState<KeyMade | null>(null)
  const { register, handleSubmit } = useForm({ defaultValues: { overlap: 'P1D' } })
  const submit = handleSubmit(async ({ overlap }) => {
    const answer = await rotate.run({ id: apiKey.id, overlap })
    if (answer) setMade(answer.rotateApiKey)
  })
  return (
    <FormDialog
      title={`Rotate ${apiKey.name}`}
      submit="Rotate"
      change={rotate}
      result={made ? { title: 'Key rotated', content: <MadeKey made={made} /> } : null}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>
        You get a new key that may do the same. Put it in the place of the old one everywhere before the old one ends.
        If the old one got into wrong hands, revoke it afterwards.
      </p>
      <SelectField label="The old key works" items={OVERLAPS} {...register('overlap')} />
    </FormDialog>
  )
}

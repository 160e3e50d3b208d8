import { useState } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import { graphql } from '../../../gql/index.ts'
import type { CreateIdentityProviderMutation } from '../../../gql/graphql.ts'
import { useChange } from '../../../lib/use-change.ts'
import { CopyText } from '../../../ui/copy-text.tsx'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { providerForm, providerInput } from './provider-form.ts'
import { ProviderFields } from './provider-fields.tsx'
import type { Provider } from './providers-query.ts'
import { RoleFields } from './role-fields.tsx'

const CreateIdentityProvider = graphql(`
  mutation CreateIdentityProvider($input: IdentityProviderInput!) {
    createIdentityProvider(input: $input) {
      id
      name
      redirectUrl
      signInUrl
    }
  }
`)

const UpdateIdentityProvider = graphql(`
  mutation UpdateIdentityProvider($id: ID!, $input: IdentityProviderChanges!) {
    updateIdentityProvider(id: $id, input: $input) {
      id
    }
  }
`)

type Connected = CreateIdentityProviderMutation['createIdentityProvider']

/** Asks what is needed to let people sign in at a provider; for a new one it then shows what to register there. */
export function ProviderDialog({ provider, onClose }: { provider: Provider | null; onClose: () => void }) {
  const [connected, setConnected] = useState<Connected | null>(null)
  const create = useChange(CreateIdentityProvider)
  const update = useChange(UpdateIdentityProvider)
  const form = useForm({ defaultValues: providerForm(provider) })
  const submit = form.handleSubmit(async (values) => {
    const input = providerInput(values)
    if (provider) {
      if (await update.run({ id: provider.id, input })) onClose()
      return
    }
    const answer = await create.run({ input })
    if (answer) setConnected(answer.createIdentityProvider)
  })
  return (
    <FormDialog
      title={provider ? `Edit ${provider.name}` : 'Connect provider'}
      submit={provider ? 'Save' : 'Connect'}
      change={provider ? update : create}
      result={connected ? { title: `${connected.name} is connected`, content: <Addresses of={connected} /> } : null}
      onSubmit={submit}
      onClose={onClose}
    >
      <FormProvider {...form}>
        <ProviderFields hasSecret={provider?.hasClientSecret ?? false} />
        <RoleFields />
      </FormProvider>
    </FormDialog>
  )
}

function Addresses({ of: { redirectUrl, signInUrl } }: { of: Connected }) {
  return (
    <>
      <p>Register the redirect URL at the provider. Without it nobody is led back here after signing in.</p>
      <CopyText label="Redirect URL" text={redirectUrl} copy="Copy URL" />
      <CopyText label="Sign-in link" text={signInUrl} copy="Copy link" />
    </>
  )
}

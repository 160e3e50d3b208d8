import { useFormContext } from 'react-hook-form'
import { Checkbox, FieldGroup } from '../../../ui/checkbox.tsx'
import { Field } from '../../../ui/field.tsx'
import type { ProviderForm } from './provider-form.ts'

/** Where the provider is, how this server is known there, and who may use it. */
export function ProviderFields({ hasSecret }: { hasSecret: boolean }) {
  const { register, formState } = useFormContext<ProviderForm>()
  const { errors } = formState
  const needed = (sentence: string) => ({ validate: (text: string) => text.trim() !== '' || sentence })
  return (
    <>
      <Field
        label="Name"
        note="Stands on the sign-in button."
        autoComplete="off"
        autoFocus
        error={errors.name?.message}
        {...register('name', needed('Name the provider.'))}
      />
      <Field
        label="Issuer"
        note="The address before /.well-known/openid-configuration."
        type="url"
        autoComplete="off"
        placeholder="https://login.example.com"
        error={errors.issuer?.message}
        {...register('issuer', needed('Enter the address of the issuer.'))}
      />
      <div className="settings-pair">
        <Field
          label="Client id"
          autoComplete="off"
          spellCheck={false}
          error={errors.clientId?.message}
          {...register('clientId', needed('Enter the client id that the provider gave.'))}
        />
        <Field
          label="Client secret"
          note={hasSecret ? 'Empty: the stored one stays.' : 'Empty: the client is public.'}
          type="password"
          autoComplete="off"
          {...register('clientSecret')}
        />
      </div>
      <Field
        label="Scopes"
        note="What is asked of the provider, separated by spaces."
        autoComplete="off"
        spellCheck={false}
        {...register('scopes')}
      />
      <Field
        label="Only these domains of e-mail addresses"
        note="Separated by commas, such as example.com. Empty: any."
        autoComplete="off"
        spellCheck={false}
        {...register('emailDomains')}
      />
      <FieldGroup label="Use">
        <Checkbox label="Enabled" note="People can sign in with it." {...register('enabled')} />
        <Checkbox
          label="On the sign-in page"
          note="Otherwise only those who have its link see it."
          {...register('listed')}
        />
      </FieldGroup>
    </>
  )
}

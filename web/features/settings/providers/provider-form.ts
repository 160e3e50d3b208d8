import type { IdentityProviderInput, Role } from '../../../gql/graphql.ts'
import type { Provider } from './providers-query.ts'

/** What the form for a provider holds: text as it was typed. */
export interface ProviderForm {
  name: string
  issuer: string
  clientId: string
  clientSecret: string
  scopes: string
  roleClaim: string
  roleMapping: { value: string; role: Role }[]
  /** Empty: nobody comes in without a role of the mapping. */
  defaultRole: Role | ''
  emailDomains: string
  listed: boolean
  enabled: boolean
}

/** The form for a provider that is there, or for a new one. */
export function providerForm(provider: Provider | null): ProviderForm {
  return {
    name: provider?.name ?? '',
    issuer: provider?.issuer ?? '',
    clientId: provider?.clientId ?? '',
    clientSecret: '',
    scopes: provider?.scopes ?? 'openid email profile',
    roleClaim: provider?.roleClaim ?? '',
    roleMapping: provider?.roleMapping.map(({ value, role }) => ({ value, role })) ?? [],
    defaultRole: provider ? (provider.defaultRole ?? '') : 'VIEWER',
    emailDomains: provider?.emailDomains.join(', ') ?? '',
    listed: provider?.listed ?? false,
    enabled: provider?.enabled ?? true,
  }
}

/** What is sent for it. An empty secret is left out: one that is stored stays. */
export function providerInput(form: ProviderForm): IdentityProviderInput {
  return {
    name: form.name.trim(),
    issuer: form.issuer.trim(),
    clientId: form.clientId.trim(),
    ...(form.clientSecret !== '' && { clientSecret: form.clientSecret }),
    scopes: form.scopes.trim(),
    roleClaim: form.roleClaim.trim() || null,
    roleMapping: form.roleMapping.map(({ value, role }) => ({ value: value.trim(), role })),
    defaultRole: form.defaultRole || null,
    emailDomains: form.emailDomains.split(/[\s,;]+/).filter((text) => text !== ''),
    listed: form.listed,
    enabled: form.enabled,
  }
}

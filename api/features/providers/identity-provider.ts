import { builder } from '../../schema/builder.ts'
import { ROLES, type Role as RoleName } from '../../schema/permissions.ts'
import { Role } from '../organizations/index.ts'
import { redirectUrl, signInUrl } from './own-urls.ts'
import type { ProviderRow } from './queries.ts'

const RoleMapping = builder.objectRef<{ value: string; role: RoleName }>('RoleMapping').implement({
  description: 'The role that a value of the claim gives.',
  fields: (t) => ({
    value: t.exposeString('value', { description: 'As the provider sends it, such as the name of a group.' }),
    role: t.expose('role', { type: Role, description: 'The role of people who have the value.' }),
  }),
})

export const IdentityProvider = builder.objectRef<ProviderRow>('IdentityProvider').implement({
  description: 'A service that people of the organization sign in with (OpenID Connect).',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Stays the same when the settings change.' }),
    name: t.exposeString('name', { description: 'As the sign-in page calls it.' }),
    issuer: t.exposeString('issuer', { description: 'The address by which the provider is known.' }),
    clientId: t.exposeString('clientId', { description: 'As the provider knows this server.' }),
    hasClientSecret: t.boolean({
      description: 'Whether there is a client secret. It is never given out. Without one the client is public.',
      resolve: ({ clientSecret }) => clientSecret !== null,
    }),
    scopes: t.exposeString('scopes', { description: 'What is asked for, with spaces between.' }),
    roleClaim: t.exposeString('roleClaim', {
      nullable: true,
      description: 'The claim that decides the role, or a path to it with dots. Null: roles are given here.',
    }),
    roleMapping: t.field({
      type: [RoleMapping],
      description: 'Which value of the claim gives which role. Of several the highest counts.',
      resolve: ({ roleMapping }) => mappingOf(roleMapping),
    }),
    defaultRole: t.expose('defaultRole', {
      type: Role,
      nullable: true,
      description: 'The role of who has none by the mapping. Null: they may not come in.',
    }),
    emailDomains: t.exposeStringList('emailDomains', {
      description: 'Domains of the e-mail addresses of those who may come in for the first time. Empty: any.',
    }),
    listed: t.exposeBoolean('listed', { description: 'Whether the sign-in page offers it to everyone.' }),
    enabled: t.exposeBoolean('enabled', { description: 'Whether anybody can sign in with it.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was connected.' }),
    signInUrl: t.string({
      description: 'Opens the sign-in with this provider: a link for people of the organization.',
      resolve: (provider, _args, { publicUrl }) => signInUrl(publicUrl, provider),
    }),
    redirectUrl: t.string({
      description: 'What the provider has to allow as the redirect URL.',
      resolve: (_provider, _args, { publicUrl }) => redirectUrl(publicUrl),
    }),
  }),
})

/** The mapping as a list, the highest role first. */
export function mappingOf(mapping: Record<string, RoleName>): { value: string; role: RoleName }[] {
  const list = Object.entries(mapping).map(([value, role]) => ({ value, role }))
  return list.sort((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role) || (a.value < b.value ? -1 : 1))
}

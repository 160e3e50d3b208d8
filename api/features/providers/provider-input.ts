import { builder } from '../../schema/builder.ts'
import { Role } from '../organizations/index.ts'

const RoleMappingInput = builder.inputType('RoleMappingInput', {
  description: 'The role that a value of the claim gives.',
  fields: (t) => ({
    value: t.string({ required: true, description: 'As the provider sends it. Small and capital letters differ.' }),
    role: t.field({ type: Role, required: true, description: 'The role of people who have the value.' }),
  }),
})

const TEXT = {
  name: 'As the sign-in page calls it, such as the name of the company.',
  issuer: 'The address by which the provider is known. It is asked at once whether it is one.',
  clientId: 'As the provider knows this server.',
  clientSecret: 'The client secret. Null: the client is public.',
  scopes: 'What to ask for, with spaces between; `openid` is needed.',
  roleClaim: 'The claim that decides the role at every sign-in, or a path to it: "realm_access.roles". Null: none.',
  roleMapping: 'Which value of the claim gives which role. Of several the highest counts.',
  defaultRole: 'The role of who has none by the mapping; owner cannot be one. Null: they may not come in.',
  emailDomains: 'Domains of the addresses of those who may come in for the first time. Empty: any.',
  listed: 'Whether the sign-in page offers it to everyone who opens it.',
  enabled: 'Whether anybody can sign in with it.',
}

export const IdentityProviderInput = builder.inputType('IdentityProviderInput', {
  description: 'A service to sign in with.',
  fields: (t) => ({
    name: t.string({ required: true, description: TEXT.name }),
    issuer: t.string({ required: true, description: TEXT.issuer }),
    clientId: t.string({ required: true, description: TEXT.clientId }),
    clientSecret: t.string({ description: TEXT.clientSecret }),
    scopes: t.string({ defaultValue: 'openid email profile', description: TEXT.scopes }),
    roleClaim: t.string({ description: TEXT.roleClaim }),
    roleMapping: t.field({ type: [RoleMappingInput], description: TEXT.roleMapping }),
    defaultRole: t.field({ type: Role, description: TEXT.defaultRole }),
    emailDomains: t.stringList({ description: TEXT.emailDomains }),
    listed: t.boolean({ defaultValue: false, description: TEXT.listed }),
    enabled: t.boolean({ defaultValue: true, description: TEXT.enabled }),
  }),
})

export const IdentityProviderChanges = builder.inputType('IdentityProviderChanges', {
  description: 'What to change. What is left out stays as it is.',
  fields: (t) => ({
    name: t.string({ description: TEXT.name }),
    issuer: t.string({
      description: `${TEXT.issuer} With another issuer everybody has to be recognised anew, by their addresses.`,
    }),
    clientId: t.string({ description: TEXT.clientId }),
    clientSecret: t.string({ description: TEXT.clientSecret }),
    scopes: t.string({ description: TEXT.scopes }),
    roleClaim: t.string({ description: TEXT.roleClaim }),
    roleMapping: t.field({ type: [RoleMappingInput], description: TEXT.roleMapping }),
    defaultRole: t.field({ type: Role, description: TEXT.defaultRole }),
    emailDomains: t.stringList({ description: TEXT.emailDomains }),
    listed: t.boolean({ description: TEXT.listed }),
    enabled: t.boolean({ description: `${TEXT.enabled} Switching it off ends the sessions that began with it.` }),
  }),
})

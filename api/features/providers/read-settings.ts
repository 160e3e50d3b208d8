import { isStorable } from '../../lib/search-text.ts'
import { readName } from '../../lib/read-name.ts'
import type { Seal } from '../../lib/seal.ts'
import { UserError } from '../../lib/user-error.ts'
import type { Role } from '../../schema/permissions.ts'
import type { ProviderSettings } from './queries.ts'

/** What an owner sends. Undefined: as it is, or as it is by default. */
export interface SettingsInput {
  name?: string | null
  issuer?: string | null
  clientId?: string | null
  clientSecret?: string | null
  scopes?: string | null
  roleClaim?: string | null
  roleMapping?: readonly { value: string; role: Role }[] | null
  defaultRole?: Role | null
  emailDomains?: readonly string[] | null
  listed?: boolean | null
  enabled?: boolean | null
}

const NEW: ProviderSettings = {
  name: '',
  issuer: '',
  clientId: '',
  clientSecret: null,
  scopes: 'openid email profile',
  roleClaim: null,
  roleMapping: {},
  defaultRole: null,
  emailDomains: [],
  listed: false,
  enabled: true,
}
const MOST_TEXT = 1000
const MOST_ENTRIES = 100

/** The settings after a change. Throws a UserError for what will not do. */
export function readSettings(input: SettingsInput, seal: Seal, before: ProviderSettings = NEW): ProviderSettings {
  const { clientSecret, roleClaim, defaultRole } = input
  if (defaultRole === 'owner') throw new UserError('Nobody becomes an owner by default: map a value of a claim to it.')
  return {
    name: readName('name of the provider', input.name ?? before.name),
    issuer: readText('issuer', input.issuer ?? before.issuer),
    clientId: readText('client ID', input.clientId ?? before.clientId),
    clientSecret: keep(clientSecret, before.clientSecret, (text) => seal.seal(readText('client secret', text))),
    scopes: readScopes(input.scopes ?? before.scopes),
    roleClaim: keep(roleClaim, before.roleClaim, (text) => readText('claim of the role', text)),
    roleMapping: input.roleMapping ? readMapping(input.roleMapping) : before.roleMapping,
    defaultRole: defaultRole === undefined ? before.defaultRole : defaultRole,
    emailDomains: input.emailDomains ? readDomains(input.emailDomains) : before.emailDomains,
    listed: input.listed ?? before.listed,
    enabled: input.enabled ?? before.enabled,
  }
}

/** Null takes away, undefined keeps. An empty field of a form means: none. */
function keep<T>(text: string | null | undefined, before: T | null, read: (text: string) => T): T | null {
  if (text === undefined) return before
  return text === null || text.trim() === '' ? null : read(text)
}

function readText(what: string, text: string): string {
  const trimmed = text.trim()
  if (trimmed === '') throw new UserError(`The ${what} is empty.`)
  if (trimmed.length > MOST_TEXT) throw new UserError(`The ${what} is longer than ${MOST_TEXT} characters.`)
  if (!isStorable(trimmed)) throw new UserError(`The ${what} contains a NUL character or half a character.`)
  return trimmed
}

function readScopes(text: string): string {
  const scopes = readText('list of scopes', text).split(/\s+/)
  if (!scopes.includes('openid')) throw new UserError('The scopes have to contain "openid".')
  const wrong = scopes.find((scope) => !/^[\x21\x23-\x5b\x5d-\x7e]+$/.test(scope))
  if (wrong !== undefined) throw new UserError(`"${wrong}" is no scope: it has characters that none can have.`)
  return [...new Set(scopes)].join(' ')
}

function readMapping(mapping: readonly { value: string; role: Role }[]): Record<string, Role> {
  if (mapping.length > MOST_ENTRIES) throw new UserError(`The mapping has more than ${MOST_ENTRIES} values.`)
  const read: [string, Role][] = mapping.map(({ value, role }) => [readText('value in the mapping', value), role])
  const twice = read.find(([value], index) => read.findIndex(([other]) => other === value) !== index)
  if (twice) throw new UserError(`The mapping has "${twice[0]}" twice.`)
  return Object.fromEntries(read)
}

function readDomains(domains: readonly string[]): string[] {
  if (domains.length > MOST_ENTRIES) throw new UserError(`There are more than ${MOST_ENTRIES} domains.`)
  const read = domains.map((domain) => domain.trim().toLowerCase().replace(/^@/, ''))
  const wrong = read.find((domain) => !/^[^\s@/*]+\.[^\s@/*.]+$/.test(domain) || !isStorable(domain))
  if (wrong !== undefined) throw new UserError(`"${wrong}" is no domain: write it like example.com.`)
  return [...new Set(read)]
}

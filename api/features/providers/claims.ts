import { ROLES, type Role } from '../../schema/permissions.ts'

/** What a provider says about a person. */
export type Claims = Record<string, unknown>

/**
 * A claim by its name, or by a path with dots into objects: `realm_access.roles`. A claim whose own name has dots, such as
 * `https://example.com/roles`, comes first.
 */
export function readClaim(claims: Claims, path: string): unknown {
  if (Object.hasOwn(claims, path)) return claims[path]
  let value: unknown = claims
  for (const part of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined
    value = (value as Claims)[part]
  }
  return value
}

/** The highest role that the mapping gives for the values of a claim, which is a text or a list of texts. */
export function roleOfClaim(claim: unknown, mapping: Readonly<Record<string, Role>>): Role | null {
  const values = (Array.isArray(claim) ? claim : [claim]).filter((value) => typeof value === 'string')
  const roles = values.filter((value) => Object.hasOwn(mapping, value)).map((value) => mapping[value])
  return ROLES.find((role) => roles.includes(role)) ?? null
}

/** The address, in small letters. Null: there is none, it is none, or the provider says that it has not been checked. */
export function emailOf(claims: Claims): string | null {
  const { email, email_verified: verified } = claims
  // Many providers never say whether an address is checked; some say it as a text.
  if (typeof email !== 'string' || verified === false || verified === 'false') return null
  const trimmed = email.trim().toLowerCase()
  return trimmed.length <= 200 && /^[^\s@\p{Cc}\p{Cs}]+@[^\s@\p{Cc}\p{Cs}]+$/u.test(trimmed) ? trimmed : null
}

/** What people call the person, at most 100 characters; without a name the address. */
export function nameOf(claims: Claims, email: string): string {
  const named = [claims['name'], claims['preferred_username'], email].find(
    (value): value is string => typeof value === 'string' && value.trim() !== '' && !/[\p{Cc}\p{Cs}]/u.test(value),
  )
  return [...(named ?? email).trim()].slice(0, 100).join('')
}

/** Whether an address belongs to one of the domains themselves; parts of them do not count. No domains: any will do. */
export function isOfDomains(email: string, domains: readonly string[]): boolean {
  return domains.length === 0 || domains.includes(email.slice(email.lastIndexOf('@') + 1))
}

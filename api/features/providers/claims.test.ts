import { describe, expect, it } from 'vitest'
import { emailOf, isOfDomains, nameOf, readClaim, roleOfClaim } from './claims.ts'

describe('a claim', () => {
  it('is found by its name, by a path, and by a name with dots', () => {
    expect(readClaim({ groups: ['a'] }, 'groups')).toEqual(['a'])
    expect(readClaim({ realm_access: { roles: ['a'] } }, 'realm_access.roles')).toEqual(['a'])
    expect(readClaim({ 'https://example.com/roles': 'a' }, 'https://example.com/roles')).toBe('a')
  })

  it('is missing when a part of the path is', () => {
    expect(readClaim({ realm_access: null }, 'realm_access.roles')).toBeUndefined()
    expect(readClaim({ roles: 'text' }, 'roles.length')).toBeUndefined()
    expect(readClaim({}, 'constructor.name')).toBeUndefined()
    expect(readClaim({}, '__proto__')).toBeUndefined()
  })
})

describe('the role of a claim', () => {
  const mapping = { staff: 'viewer', boss: 'admin', root: 'owner' } as const

  it('is the highest that any value gives', () => {
    expect(roleOfClaim('staff', mapping)).toBe('viewer')
    expect(roleOfClaim(['staff', 'boss', 'unknown'], mapping)).toBe('admin')
    expect(roleOfClaim(['boss', 'root'], mapping)).toBe('owner')
  })

  it('is none for values that are not mapped, or that are no texts', () => {
    for (const claim of [undefined, null, 'Staff', 'staff boss', ['constructor'], [['boss']], { boss: true }, 1]) {
      expect(roleOfClaim(claim, mapping)).toBeNull()
    }
  })
})

describe('the address of a person', () => {
  it('counts unless the provider says that it was not checked', () => {
    expect(emailOf({ email: ' Ada@Example.com', email_verified: true })).toBe('ada@example.com')
    expect(emailOf({ email: 'ada@example.com' })).toBe('ada@example.com')
    expect(emailOf({ email: 'ada@example.com', email_verified: false })).toBeNull()
    expect(emailOf({ email: 'ada@example.com', email_verified: 'false' })).toBeNull()
  })

  it('has to be one', () => {
    for (const email of [
      undefined,
      '',
      'ada',
      'ada@',
      'a@b@c',
      'ada@exam ple.com',
      'ada\u0000@example.com',
      ['a@b.c'],
      `${'a'.repeat(200)}@b.c`,
    ]) {
      expect(emailOf({ email })).toBeNull()
    }
  })

  it('belongs to a domain, not to a part or an extension of it', () => {
    expect(isOfDomains('ada@example.com', [])).toBe(true)
    expect(isOfDomains('ada@example.com', ['example.com'])).toBe(true)
    expect(isOfDomains('ada@sub.example.com', ['example.com'])).toBe(false)
    expect(isOfDomains('ada@evilexample.com', ['example.com'])).toBe(false)
    expect(isOfDomains('"@example.com"@evil.com', ['example.com'])).toBe(false)
  })
})

describe('the name of a person', () => {
  it('is the name, then the user name, then the address', () => {
    expect(nameOf({ name: ' Ada ', preferred_username: 'al' }, 'ada@example.com')).toBe('Ada')
    expect(nameOf({ name: ' ', preferred_username: 'al' }, 'ada@example.com')).toBe('al')
    expect(nameOf({ name: 'A\u0000da' }, 'ada@example.com')).toBe('ada@example.com')
    expect(nameOf({ name: 'x'.repeat(500) }, 'ada@example.com')).toHaveLength(100)
  })
})

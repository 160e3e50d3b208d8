import { describe, expect, test } from 'vitest'
import type { Viewer } from '../../schema/context.ts'
import { permissionsOfRole, type Role, ROLES, type Scope } from '../../schema/permissions.ts'
import { keyViewer } from '../../schema/testing.ts'
import { refuseBeyond } from './refuse-beyond.ts'

function allowed(viewer: Viewer): Role[] {
  return ROLES.filter((role) => {
    try {
      refuseBeyond(role, viewer)
      return true
    } catch {
      return false
    }
  })
}

function person(role: Role): Viewer {
  const user = { id: 1, name: 'Ada', email: 'ada@example.com', role }
  return { ...keyViewer(1, []), apiKey: null, user, permissions: permissionsOfRole(role) }
}

test.each<[Role, Role[]]>([
  ['owner', ['owner', 'admin', 'editor', 'viewer']],
  ['admin', ['admin', 'editor', 'viewer']],
  ['editor', ['editor', 'viewer']],
  ['viewer', ['viewer']],
])('a person who is %s gives and takes %j', (role, roles) => {
  expect(allowed(person(role))).toEqual(roles)
})

describe('a key gives and takes no role that may do more than the key', () => {
  test.each<[Scope[], Role[]]>([
    [['manage'], []],
    [['manage', 'read_jobs'], []],
    [['manage', 'read_jobs', 'read_metrics'], ['viewer']],
    [
      ['manage', 'read_jobs', 'read_metrics', 'ingest'],
      ['editor', 'viewer'],
    ],
  ])('%j: %j', (scopes, roles) => {
    expect(allowed(keyViewer(1, scopes))).toEqual(roles)
  })

  test('and none when it is confined, which roles are not', () => {
    const viewer = keyViewer(1, ['manage', 'read_jobs', 'read_metrics', 'ingest'])
    expect(allowed({ ...viewer, apiKey: { ...viewer.apiKey!, pipelines: ['a'] } })).toEqual([])
    expect(allowed({ ...viewer, apiKey: { ...viewer.apiKey!, addresses: ['10.0.0.0/8'] } })).toEqual([])
  })
})

test('the refusal says what is missing', () => {
  expect(() => refuseBeyond('owner', person('admin'))).toThrow(
    'The role admin can neither give nor take the role owner, which has more rights: "Rename the organization and set its retention", "Connect identity providers".',
  )
})

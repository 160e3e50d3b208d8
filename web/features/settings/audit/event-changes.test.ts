import { expect, test } from 'vitest'
import { eventChanges } from './event-changes.ts'

test('only what differs is told', () => {
  expect(eventChanges({ role: 'viewer', name: 'Ada' }, { role: 'admin', name: 'Ada' })).toEqual([
    { name: 'role', before: 'viewer', after: 'admin' },
  ])
})

test('something made has no before, something deleted no after', () => {
  expect(eventChanges(null, { scopes: ['ingest', 'manage'], requestsAMinute: null })).toEqual([
    { name: 'scopes', before: null, after: 'ingest, manage' },
  ])
  expect(eventChanges({ defaultRole: 'viewer' }, null)).toEqual([
    { name: 'default role', before: 'viewer', after: null },
  ])
})

test('values that are no objects are told too', () => {
  expect(eventChanges('a', 'b')).toEqual([{ name: 'value', before: 'a', after: 'b' }])
  expect(eventChanges(undefined, { mapping: [{ value: 'x', role: 'admin' }] })).toEqual([
    { name: 'mapping', before: null, after: '[{"value":"x","role":"admin"}]' },
  ])
})

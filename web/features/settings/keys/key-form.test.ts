import { expect, test } from 'vitest'
import { blankKey, keyInput } from './key-form.ts'

test('what was left empty is left to the server', () => {
  expect(keyInput({ ...blankKey, name: ' Power BI ' })).toEqual({
    name: 'Power BI',
    scopes: ['READ_METRICS', 'READ_JOBS'],
    pipelines: null,
    addresses: null,
    requestsAMinute: null,
    expiresAt: null,
  })
})

test('networks are separated by anything, and the last day is a whole one where the viewer is', () => {
  const input = keyInput({ ...blankKey, addresses: '10.0.0.0/8, 2001:db8::/32\n192.0.2.1', expires: '2027-01-31' })
  expect(input.addresses).toEqual(['10.0.0.0/8', '2001:db8::/32', '192.0.2.1'])
  expect(input.expiresAt).toBe(new Date(2027, 1, 1).toISOString())
  expect(keyInput({ ...blankKey, requestsAMinute: '600' }).requestsAMinute).toBe(600)
})

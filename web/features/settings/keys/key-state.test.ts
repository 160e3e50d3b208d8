import { expect, test } from 'vitest'
import { keyState } from './key-state.ts'

const now = Date.parse('2026-11-20T12:00:00Z')
const state = (expiresAt: string | null, revokedAt: string | null = null) => keyState({ expiresAt, revokedAt }, now)

test('a key is active until it ends or is revoked, and says a week ahead that it will end', () => {
  expect(state(null)).toBe('active')
  expect(state('2027-01-01T00:00:00Z')).toBe('active')
  expect(state('2026-11-21T00:00:00Z')).toBe('ending')
  expect(state('2026-11-20T12:00:00Z')).toBe('ended')
  expect(state(null, '2026-11-20T11:00:00Z')).toBe('revoked')
  expect(state('2026-11-19T00:00:00Z', '2026-11-18T00:00:00Z')).toBe('revoked')
})

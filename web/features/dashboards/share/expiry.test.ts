import { expect, test } from 'vitest'
import { expiresAt, linkProblem } from './expiry.ts'

const now = Date.parse('2026-11-20T12:00:00Z')

test('so many days from now, or never', () => {
  expect(expiresAt({ expiry: '7', day: '' }, now)).toBe('2026-11-27T12:00:00.000Z')
  expect(expiresAt({ expiry: 'never', day: '' }, now)).toBeNull()
})

test('a day is over at midnight, where the viewer is', () => {
  expect(expiresAt({ expiry: 'day', day: '2026-12-31' }, now)).toBe(new Date(2027, 0, 1).toISOString())
})

test('a day has to be chosen, and not be over', () => {
  expect(linkProblem({ expiry: 'day', day: '' }, now)).toBe('Choose a day.')
  expect(linkProblem({ expiry: 'day', day: '2026-11-18' }, now)).toMatch('is over')
  expect(linkProblem({ expiry: 'day', day: '2026-11-21' }, now)).toBeNull()
  expect(linkProblem({ expiry: '1', day: '' }, now)).toBeNull()
})

import { expect, test } from 'vitest'
import { rotationOf } from './kiosk-search.ts'

test('dashboards in turn, each for the time that was asked for', () => {
  expect(rotationOf({ ids: 'a, b,,a', every: '45' })).toEqual({ ids: ['a', 'b'], everyMs: 45_000 })
})

test('a time that nobody can read, or that makes no sense, becomes one that does', () => {
  expect(rotationOf({ ids: 'a' }).everyMs).toBe(30_000)
  expect(rotationOf({ ids: 'a', every: 'soon' }).everyMs).toBe(30_000)
  expect(rotationOf({ ids: 'a', every: '0' }).everyMs).toBe(5_000)
  expect(rotationOf({ ids: 'a', every: '1e9' }).everyMs).toBe(3_600_000)
})

test('no dashboards', () => {
  expect(rotationOf({}).ids).toEqual([])
})

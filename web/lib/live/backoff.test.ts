import { expect, test } from 'vitest'
import { backoffMs } from './backoff.ts'

test('waits double, up to five seconds', () => {
  expect([0, 1, 2, 3, 4, 5, 6, 1000].map((attempt) => backoffMs(attempt, 1))).toEqual([
    250, 500, 1000, 2000, 4000, 5000, 5000, 5000,
  ])
})

test('jitter takes off at most half', () => {
  expect(backoffMs(9, 0)).toBe(2500)
  expect(backoffMs(0, 0.5)).toBe(187.5)
})

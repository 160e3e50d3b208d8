import { expect, test } from 'vitest'
import { makeLocalLimit } from './local-limit.ts'

test('takes as many as the limit in each minute', () => {
  let now = Date.UTC(2026, 10, 20, 12, 0, 45)
  const limit = makeLocalLimit(() => new Date(now))
  expect([1, 2, 3].map(() => limit.take('a', 2))).toEqual([null, null, 15])
  expect(limit.take('b', 2)).toBeNull()
  now += 15_000
  expect(limit.take('a', 2)).toBeNull()
})

test('keeps no more than 10,000 callers in mind', () => {
  const limit = makeLocalLimit(() => new Date(0))
  expect(limit.take('first', 1)).toBeNull()
  expect(limit.take('first', 1)).toBe(60)
  for (let index = 0; index < 10_000; index++) limit.take(`${index}`, 1)
  expect(limit.take('first', 1)).toBeNull()
})

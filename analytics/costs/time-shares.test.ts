import fc from 'fast-check'
import { expect, test } from 'vitest'

import { timeShares } from './time-shares.ts'

const period = { start: 0, end: 10 }

test.each([
  [[], [], 10],
  [
    [
      { start: 0, end: 6 },
      { start: 4, end: 8 },
    ],
    [5, 3],
    2,
  ],
  [[{ start: -5, end: 50 }], [10], 0],
  [
    [
      { start: 20, end: 30 },
      { start: -9, end: -1 },
      { start: 3, end: 3 },
    ],
    [0, 0, 0],
    10,
  ],
  [
    [
      { start: 2, end: 4 },
      { start: 2, end: 4 },
      { start: 2, end: 4 },
      { start: 2, end: 4 },
    ],
    [0.5, 0.5, 0.5, 0.5],
    8,
  ],
])('%j', (jobs, shares, idle) => {
  expect(timeShares(period, jobs)).toEqual({ jobs: shares, idle })
})

test('all of the time is somewhere', () => {
  const moment = fc.integer({ min: -20, max: 120 })
  const job = fc.tuple(moment, moment).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))
  fc.assert(
    fc.property(fc.array(job), (jobs) => {
      const { jobs: shares, idle } = timeShares({ start: 0, end: 100 }, jobs)
      expect(shares.reduce((sum, share) => sum + share, idle)).toBeCloseTo(100, 9)
      expect(shares.every((share) => share >= 0)).toBe(true)
    }),
  )
})

import fc from 'fast-check'
import { expect, it } from 'vitest'

import { conformalMargins } from './conformal-margins.ts'

const errors = Array.from({ length: 19 }, (_, i) => Float64Array.of(i % 2 ? i + 1 : -i - 1))

const at = (level: number) => conformalMargins(errors, { horizon: 1, level, windows: Infinity })![0]

it('takes the error of the rank that finite samples need', () => {
  // 19 errors of 1 .. 19: ranks ceil(20 * 0.5) and ceil(20 * 0.8).
  expect(at(0.5)).toBe(10)
  expect(at(0.8)).toBe(16)
})

it.each([
  // scipy: norm.ppf(.95) / norm.ppf(.9), norm.ppf(.975) / norm.ppf(.9), norm.ppf(.995) / norm.ppf(.9)
  [0.9, 18, 1.28348],
  [0.95, 19, 1.52936],
  [0.99, 19, 2.00993],
])('trusts the largest errors half at %d', (level, largest, stretch) => {
  expect(at(level)).toBeCloseTo((largest + stretch * 16) / 2, 1)
})

it('grows with the distance, and with doubt', () => {
  const sure = conformalMargins(errors, { horizon: 3, level: 0.9, windows: Infinity })!
  const unsure = conformalMargins(errors, { horizon: 3, level: 0.9, windows: 2 })!
  expect(sure[0]! < sure[1]! && sure[1]! < sure[2]!).toBe(true)
  expect(unsure[2]! / sure[2]!).toBeCloseTo(1.5)
})

it('is null without errors', () => {
  expect(conformalMargins([], { horizon: 1, level: 0.9, windows: 1 })).toBeNull()
})

it('follows the unit of the errors, never falls with the level, and is 0 for models that never erred', () => {
  const levels = fc.tuple(
    fc.double({ min: 0.01, max: 0.99, noNaN: true }),
    fc.double({ min: 0.01, max: 0.99, noNaN: true }),
  )
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -99, max: 99 }), { minLength: 1 }), levels, (list, [a, b]) => {
      const margin = (level: number, unit = 1) =>
        conformalMargins([Float64Array.from(list, (error) => unit * error)], { horizon: 1, level, windows: 2 })![0]!
      expect(margin(a, -1024)).toBe(1024 * margin(a))
      if (a < b) expect(margin(a)).toBeLessThanOrEqual(margin(b) * (1 + 1e-9))
    }),
  )
  expect(conformalMargins([new Float64Array(9)], { horizon: 1, level: 0.95, windows: 1 })![0]).toBe(0)
})

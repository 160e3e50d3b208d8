import fc from 'fast-check'
import { expect, it } from 'vitest'

import { msis } from './msis.ts'

it('is the width, and 40 times the distance outside at 95 %', () => {
  const scored = { history: [1, 3, 2], period: 1, actual: [4] }
  expect(msis(scored, { lower: [0], upper: [3], level: 0.95 })).toBeCloseTo(43 / 1.5)
  expect(msis(scored, { lower: [5], upper: [7], level: 0.95 })).toBeCloseTo(42 / 1.5)
  expect(msis(scored, { lower: [3], upper: [6], level: 0.95 })).toBeCloseTo(2)
})

it('is null without a yardstick and without values', () => {
  const band = { lower: [], upper: [], level: 0.95 }
  expect(msis({ history: [1, 1], period: 1, actual: [1] }, { ...band, lower: [0], upper: [1] })).toBeNull()
  expect(msis({ history: [1, 2], period: 1, actual: [] }, band)).toBeNull()
})

it('neither shift nor scale matter', () => {
  const values = fc.array(fc.integer({ min: -99, max: 99 }), { minLength: 5, maxLength: 20 })
  fc.assert(
    fc.property(values, (all) => {
      const score = (of: readonly number[]) => {
        const [actual = 0, lower = 0, width = 0] = of.slice(-3)
        const band = { lower: [lower], upper: [lower + Math.abs(width - lower)], level: 0.95 }
        return msis({ history: of.slice(0, -3), period: 1, actual: [actual] }, band) ?? -1
      }
      expect(score(all.map((value) => 7 + 4 * value))).toBeCloseTo(score(all), 9)
    }),
  )
})

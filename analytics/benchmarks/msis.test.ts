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

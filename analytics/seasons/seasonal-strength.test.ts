import { expect, test } from 'vitest'

import { decompose } from './decompose.ts'
import { noise, seeded } from '../testing.ts'
import { seasonalStrength } from './seasonal-strength.ts'

test('share of the variance, adjusted for the number of cycles', () => {
  expect(seasonalStrength(Float64Array.of(2, -2, 2, -2), Float64Array.of(1, 1, -1, -1), 2)).toBeCloseTo(
    1 - (1 / 5) * 2,
    12,
  )
  expect(seasonalStrength(Float64Array.of(2, NaN, -2, -2), Float64Array.of(0, NaN, 0, 0), 2)).toBe(1)
  expect(seasonalStrength(new Float64Array(4), Float64Array.of(1, 1, -1, -1), 2)).toBe(0)
})

// numpy: 1 - remainder.var() / (season + remainder).var() * 3 / 2
test('agrees with numpy, in whatever unit', () => {
  const season = Float64Array.of(2, -1, -1, 2, -1, -1, 2, -1, -1)
  const remainder = Float64Array.of(0.5, -0.2, 0.1, -0.4, 0.3, 0.2, -0.1, 0, -0.6)
  const strengthTimes = (scale: number) =>
    seasonalStrength(
      season.map((value) => scale * value),
      remainder.map((value) => scale * value),
      3,
    )
  expect(strengthTimes(1)).toBeCloseTo(0.925947187141217, 12)
  expect(strengthTimes(-1000)).toBeCloseTo(0.925947187141217, 12)
})

test('nothing to tell', () => {
  expect(seasonalStrength(new Float64Array(4), new Float64Array(4), 2)).toBeNull()
  expect(seasonalStrength(Float64Array.of(1, -1), Float64Array.of(1, 1), 2)).toBeNull()
  expect(seasonalStrength(new Float64Array(4), new Float64Array(4).fill(NaN), 2)).toBeNull()
})

test.each([21, 60, 365])('is small for noise: %d days', (days) => {
  const random = seeded(days)
  const strengths = Array.from({ length: 30 }, () => {
    const parts = decompose(noise(random, days), [7])!
    return seasonalStrength(parts.seasonal[0]!, parts.remainder, 7)!
  })
  expect(strengths.reduce((sum, strength) => sum + strength, 0) / 30).toBeLessThan(0.2)
})

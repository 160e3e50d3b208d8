import { expect, test } from 'vitest'

import { noise, seeded } from '../testing.ts'
import { seasonalFit } from './seasonal-fit.ts'

const weekly = noise(seeded(1), 90).map((error, i) => Math.sin((2 * Math.PI * i) / 7) + 0.5 * error)

test('the season, and how sure it is', () => {
  const fit = seasonalFit(weekly, 7)!
  expect(fit.seasonal[2]! - fit.seasonal[5]!).toBeGreaterThan(1)
  expect(fit.strength).toBeGreaterThan(0.4)
  expect(fit.pValue).toBeLessThan(1e-6)
})

test('shift and scale do not matter, gaps hardly', () => {
  const { strength, pValue } = seasonalFit(weekly, 7)!
  const moved = seasonalFit(
    weekly.map((value) => 100 - 4 * value),
    7,
  )!
  expect(moved.strength).toBeCloseTo(strength, 8)
  expect(moved.pValue / pValue).toBeCloseTo(1, 5)
  const gaps = seasonalFit(
    weekly.map((value, i) => (i % 9 === 4 ? NaN : value)),
    7,
  )!
  expect(gaps.strength).toBeCloseTo(strength, 1)
  expect(gaps.pValue).toBeLessThan(1e-6)
})

test('the wrong period is not significant', () => {
  expect(seasonalFit(weekly, 11)!.pValue).toBeGreaterThan(0.01)
})

test('p-values of noise are not below their share', () => {
  for (const memory of [0, 0.6]) {
    const random = seeded(5)
    const low = Array.from({ length: 100 }, () => seasonalFit(noise(random, 120, memory), 7)!.pValue < 0.01)
    expect(low.filter(Boolean).length).toBeLessThanOrEqual(4)
  }
})

test('nothing but trend, and too few values', () => {
  expect(seasonalFit(new Float64Array(30).fill(0.1), 7)).toBeNull()
  expect(
    seasonalFit(
      Float64Array.from({ length: 30 }, (_, i) => 0.1 * i),
      7,
    ),
  ).toBeNull()
  expect(seasonalFit(new Float64Array(13), 7)).toBeNull()
})

import { expect, test } from 'vitest'

import { noise, seeded } from '../testing.ts'
import { seasonalFit } from './seasonal-fit.ts'

const weekly = noise(seeded(1), 90).map((error, i) => Math.sin((2 * Math.PI * i) / 7) + 0.5 * error)

/*
 * Oracle: Debian's python3-statsmodels 0.13.5 and scipy 1.10. `s` is the STL of decompose.test.ts for the period 7.
 *
 *   y = np.array([round(10 + .1*i + 3*sin(2*pi*i/7) + sin(i*i) + (20 if i == 30 else 0), 3) for i in range(60)])
 *   r = np.where(abs(s.resid) <= 3 * np.quantile(abs(s.resid), .9), s.resid, np.nan); d = s.seasonal + r
 *   def rho(x, lag): return acf(x, adjusted=True, nlags=lag, fft=False, missing='conservative')[lag]
 *   pairs = np.array([np.isfinite(d[k:] * d[:-k]).sum() for k in (7, 14, 21)])
 *   a = (pairs * [rho(d, k) for k in (7, 14, 21)]).sum() / pairs.sum(); m = rho(r, 1) ** 2
 *   a, norm.sf(a / np.sqrt((1 + m) / (1 - m) / pairs.sum())), 1 - np.nanvar(r) / np.nanvar(d) * 6 / 5
 */
test('agrees with statsmodels', () => {
  const values = Float64Array.from({ length: 60 }, (_, i) => {
    const value = 10 + 0.1 * i + 3 * Math.sin((2 * Math.PI * i) / 7) + Math.sin(i * i) + (i === 30 ? 20 : 0)
    return Math.round(1000 * value) / 1000
  })
  const fit = seasonalFit(values, 7)!
  expect(fit.autocorrelation).toBeCloseTo(0.8772401052442276, 8)
  expect(fit.strength).toBeCloseTo(0.9166524508774161, 8)
  expect(fit.pValue / 6.706476119967601e-19).toBeCloseTo(1, 5)
})

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

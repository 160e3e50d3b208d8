import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { type Values } from '../series.ts'
import { noise, seeded } from '../testing.ts'
import { trend } from './trend.ts'

const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 10, maxLength: 60 })

function shareWithTrend(series: readonly Values[]): number {
  return series.filter((one) => trend(one)?.direction !== 'NONE').length / series.length
}

describe('trend', () => {
  it('gives the example', () => {
    expect(trend([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])).toMatchObject({
      slopePerPoint: 1,
      lower: 1,
      upper: 1,
      tau: 1,
      direction: 'UP',
      n: 10,
      effectiveN: 10,
      from: 0,
      to: 9,
    })
  })

  it('is that of scipy where neighbours do not correlate', () => {
    // y = [2.1, 3.4, 2.9, 3.4, 4.0, 3.1, 4.8, 4.4, 5.2, 4.4, 5.9, 5.0]; scipy.stats.theilslopes(y, range(12)).slope
    // scipy.stats.kendalltau(range(12), y); 2 * scipy.stats.t.sf(45 / 210.6666667 ** .5, 8) for S = 46 and its variance
    const found = trend([2.1, 3.4, 2.9, 3.4, 4.0, 3.1, 4.8, 4.4, 5.2, 4.4, 5.9, 5.0])!
    expect(found.effectiveN).toBe(12)
    expect(found.slopePerPoint).toBeCloseTo(0.2788888888888889, 12)
    expect(found.tau).toBeCloseTo(0.7077760731311632, 12)
    // The tail of Student's t is right to 1 %.
    expect(Math.abs(found.pValue / 0.014657381868550081 - 1)).toBeLessThan(0.01)
  })

  it('finds no trend in 96 % of series of independent values', () => {
    expect(shareWithTrend(Array.from({ length: 400 }, (_, seed) => noise(seeded(seed), 90)))).toBeLessThanOrEqual(0.04)
  })

  it('finds no trend in 96 % of series whose neighbours correlate', () => {
    const series = Array.from({ length: 400 }, (_, seed) => noise(seeded(seed), 90, 0.6))
    expect(shareWithTrend(series)).toBeLessThanOrEqual(0.04)
  })

  it('finds a drift of a standard deviation in 100 points, in 120 points', () => {
    const drift = Array.from({ length: 400 }, (_, seed) => noise(seeded(seed), 120).map((x, i) => x + i / 100))
    expect(shareWithTrend(drift)).toBeGreaterThanOrEqual(0.9)
  })

  it('has intervals that hold the slope 95 times of 100', () => {
    const held = Array.from({ length: 400 }, (_, seed) => {
      const { lower, upper } = trend(noise(seeded(seed), 90, 0.6).map((x, i) => x - i / 10))!
      return lower <= -0.1 && -0.1 <= upper
    })
    expect(held.filter(Boolean).length / held.length).toBeGreaterThanOrEqual(0.94)
  })

  it('starts where it is told to', () => {
    const bend = noise(seeded(1), 80).map((x, i) => x + Math.min(i, 40))
    expect(trend(bend)?.direction).toBe('UP')
    expect(trend(bend, { from: 40 })).toMatchObject({ direction: 'NONE', n: 40, from: 40, to: 79 })
  })

  it('counts missing points in the time but not in the number', () => {
    const gap = Array.from({ length: 30 }, (_, i) => (i % 3 === 1 ? NaN : 2 * i))
    expect(trend(gap)).toMatchObject({ slopePerPoint: 2, n: 20, from: 0, to: 29 })
  })

  it('scales and turns with the values, and does not move with a shift', () => {
    fc.assert(
      fc.property(values, (x) => {
        const plain = trend(x)!
        const turned = trend(x.map((value) => 100 - 4 * value))!
        expect(turned.slopePerPoint).toBeCloseTo(-4 * plain.slopePerPoint, 9)
        expect(turned.lower).toBeCloseTo(-4 * plain.upper, 9)
        expect(turned.pValue).toBeCloseTo(plain.pValue, 9)
      }),
    )
  })

  it('has a slope inside its interval and numbers everywhere', () => {
    fc.assert(
      fc.property(values, (x) => {
        const { slopePerPoint, lower, upper, pValue, tau, effectiveN } = trend(x)!
        expect(lower).toBeLessThanOrEqual(slopePerPoint)
        expect(slopePerPoint).toBeLessThanOrEqual(upper)
        expect([pValue, tau, effectiveN].every(Number.isFinite)).toBe(true)
      }),
    )
  })

  it('sees none in a constant', () => {
    expect(trend(Array(20).fill(0.1))).toMatchObject({
      slopePerPoint: 0,
      pValue: 1,
      tau: 0,
      direction: 'NONE',
      effectiveN: 20,
    })
  })

  it('says nothing about fewer than 10 points', () => {
    expect(trend([])).toBeNull()
    expect(trend([1])).toBeNull()
    expect(trend([1, 2, 3, 4, 5, 6, 7, 8, 9, NaN])).toBeNull()
    expect(trend(noise(seeded(1), 20), { from: 15 })).toBeNull()
    expect(trend(noise(seeded(1), 20), { from: 20 })).toBeNull()
  })

  it('rejects a start that is no index', () => {
    expect(() => trend([1, 2, 3], { from: -1 })).toThrow(new RangeError('from must be an index, not -1'))
  })
})

import fc from 'fast-check'
import { expect, test } from 'vitest'

import { summarize } from './summarize.ts'

/*
 * Oracle: numpy 1.24 and scipy 1.10.
 *
 *   x = [2, 3, 5, 7, 11, 13, 17, 19, 23, 1000]
 *   np.mean(x), np.median(x), scipy.stats.median_abs_deviation(x), np.quantile(x, [.05, .25, .75, .95]), np.std(x, ddof=1),
 *   scipy.stats.variation(x, ddof=1)
 */
test('agrees with numpy and scipy', () => {
  const summary = summarize([2, 3, 5, NaN, 7, 11, 13, 17, 19, 23, 1000, NaN])!
  expect(summary).toMatchObject({ count: 10, missing: 2, min: 2, max: 1000, last: 1000 })
  expect(summary.mean).toBeCloseTo(110, 12)
  expect(summary.median).toBeCloseTo(12, 12)
  expect(summary.mad).toBeCloseTo(7, 12)
  expect(summary.p5).toBeCloseTo(2.45, 12)
  expect(summary.p25).toBeCloseTo(5.5, 12)
  expect(summary.p75).toBeCloseTo(18.5, 12)
  expect(summary.p95).toBeCloseTo(560.35, 10)
  expect(summary.standardDeviation).toBeCloseTo(312.79315138851035, 8)
  expect(summary.coefficientOfVariation).toBeCloseTo(2.843574103531912, 10)
})

test('one value has no spread to tell', () => {
  expect(summarize([4])).toEqual({
    count: 1,
    missing: 0,
    mean: 4,
    median: 4,
    mad: 0,
    min: 4,
    max: 4,
    p5: 4,
    p25: 4,
    p75: 4,
    p95: 4,
    standardDeviation: null,
    coefficientOfVariation: null,
    last: 4,
  })
})

test.each([0.1, -3.3, 1e9 + 0.1])('equal values have no spread: %d', (value) => {
  const constant = { mean: value, median: value, p5: value, p95: value, mad: 0, standardDeviation: 0 }
  for (const count of [2, 3, 24]) expect(summarize(Array(count).fill(value))).toMatchObject(constant)
})

test('follows shift and scale', () => {
  const values = fc.array(fc.oneof(fc.integer({ min: -1000, max: 1000 }), fc.constant(NaN)))
  fc.assert(
    fc.property(values, fc.integer({ min: -1000, max: 1000 }), (plain, shift) => {
      const [summary, moved] = [plain, plain.map((value) => shift + 4 * value)].map(summarize)
      if (!summary || !moved) return
      for (const place of ['mean', 'median', 'min', 'max', 'p5', 'p25', 'p75', 'p95', 'last'] as const)
        expect(moved[place]).toBeCloseTo(shift + 4 * summary[place], 8)
      for (const spread of ['mad', 'standardDeviation'] as const)
        expect(moved[spread] ?? 0).toBeCloseTo(4 * (summary[spread] ?? 0), 8)
    }),
  )
})

test('spread is not compared with a mean that may be zero', () => {
  expect(summarize([-1, 2])!.coefficientOfVariation).toBeNull()
  expect(summarize([0, 0])!.coefficientOfVariation).toBeNull()
  expect(summarize([3, 3])!.coefficientOfVariation).toBe(0)
})

test('nothing there', () => {
  expect(summarize([])).toBeNull()
  expect(summarize([NaN, NaN])).toBeNull()
})

test('the numbers are in order, and none is invented', () => {
  const value = fc.oneof(fc.double({ min: -1e9, max: 1e9, noNaN: true }), fc.constant(NaN))
  fc.assert(
    fc.property(fc.array(value), (values) => {
      const summary = summarize(values)
      if (!summary) return
      const { min, p5, p25, median, p75, p95, max } = summary
      const ordered = [min, p5, p25, median, p75, p95, max]
      expect(ordered).toEqual(ordered.toSorted((a, b) => a - b))
      expect(summary.count + summary.missing).toBe(values.length)
      for (const number of Object.values(summary)) if (number !== null) expect(Number.isFinite(number)).toBe(true)
    }),
  )
})

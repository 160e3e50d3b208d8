import fc from 'fast-check'
import { expect, test } from 'vitest'

import { compareWith } from './compare-with.ts'

const OTHERS = [30_000, 31_000, 29_000, 30_500, 30_000, 28_000, 45_000, 30_200, 29_900, 30_100]

// Oracle, scipy 1.17: s = max(.05, stats.median_abs_deviation(np.log(o + 1000)) * 1.4826), f = np.exp(3 * s), m = np.median(o),
// (m + 1000) / f - 1000, (m + 1000) * f - 1000, stats.percentileofscore(o, 30000, kind='mean')
test('agrees with scipy', () => {
  const { expected, lower, upper, percentile } = compareWith(30_000, OTHERS)
  expect(expected).toBe(30_050)
  expect(lower).toBeCloseTo(25_724.982668, 3)
  expect(upper).toBeCloseTo(35_074.953237, 3)
  expect(percentile).toBe(40)
})

test('a wide spread', () => {
  const { lower, upper } = compareWith(4000, [1000, 2000, 4000, 8000, 16_000, 32_000, 64_000])
  expect(lower).toBe(0)
  expect(upper / 1_191_291.4405831322).toBeCloseTo(1, 9)
})

test.each([
  [90_000, 'SLOW'],
  [34_000, 'NORMAL'],
  [26_000, 'NORMAL'],
  [9_000, 'FAST'],
  [0, 'FAST'],
] as const)('%d ms is %s', (actual, verdict) => {
  const others = OTHERS.map((time) => (time === 45_000 ? 30_000 : time))
  expect(compareWith(actual, others).verdict).toBe(verdict)
})

test('the rarer of two kinds of runs is normal', () => {
  const cached = Array.from({ length: 80 }, (_, i) => 20_000 + 10 * i)
  const uncached = Array.from({ length: 20 }, (_, i) => 300_000 + 100 * i)
  const result = compareWith(301_000, [...cached, ...uncached])
  expect(result.verdict).toBe('NORMAL')
  expect(result.actual).toBeGreaterThan(result.upper)
  expect(compareWith(600_000, [...cached, ...uncached]).verdict).toBe('SLOW')
})

test('nothing but zeros', () => {
  const zeros = Array.from({ length: 10 }, () => 0)
  expect(compareWith(0, zeros)).toMatchObject({ verdict: 'NORMAL', expected: 0, lower: 0, ratio: null, percentile: 50 })
  expect(compareWith(20, zeros).verdict).toBe('NORMAL')
  expect(compareWith(60_000, zeros)).toMatchObject({ verdict: 'SLOW', ratio: null, pValue: 2 / 11 })
})

test('wrong calls', () => {
  expect(() => compareWith(-1, OTHERS)).toThrow('-1')
  expect(() => compareWith(1, [NaN])).toThrow('NaN')
  expect(() => compareWith(1, [])).toThrow(RangeError)
})

const time = fc.integer({ min: 0, max: 1e8 })

test('the order of the others does not matter, and the median run is normal', () => {
  fc.assert(
    fc.property(time, fc.array(time, { minLength: 1 }), (actual, others) => {
      const result = compareWith(actual, others)
      expect(compareWith(actual, others.toReversed())).toEqual(result)
      expect(result.lower).toBeLessThanOrEqual(result.expected)
      expect(result.upper).toBeGreaterThan(result.expected)
      expect(result.pValue).toBeGreaterThan(0)
      expect(compareWith(result.expected, others).verdict).toBe('NORMAL')
    }),
  )
})

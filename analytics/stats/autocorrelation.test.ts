import fc from 'fast-check'
import { expect, test } from 'vitest'

import { autocorrelation } from './autocorrelation.ts'

// Oracle: statsmodels 0.13.5, acf([2, 3, 5, 7, 11, 13, 17, 19, 23, 29], adjusted=True, nlags=4, fft=False)[1:]
test('agrees with statsmodels', () => {
  const primes = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29]
  const expected = [0.7480026076014614, 0.4969641151589575, 0.22137106991793853, -0.15063446582071222]
  for (const [at, value] of expected.entries()) expect(autocorrelation(primes, at + 1)).toBeCloseTo(value, 12)
})

// acf([2, nan, 5, 7, 11, nan, 17, 19, 23, 29], adjusted=True, nlags=3, fft=False, missing='conservative')[1:]
test('agrees with statsmodels where values are missing', () => {
  const gaps = [2, NaN, 5, 7, 11, NaN, 17, 19, 23, 29]
  const expected = [0.71045555, 0.58619306, 0.30002007]
  for (const [at, value] of expected.entries()) expect(autocorrelation(gaps, at + 1)).toBeCloseTo(value, 8)
})

test('leaves out pairs with a missing value', () => {
  expect(autocorrelation([1, -1, NaN, -1, 1, NaN], 1)).toBe(-1)
  expect(autocorrelation([1, NaN, 1, NaN, -2], 1)).toBeNull()
})

test('nothing to compare, and wrong lags', () => {
  expect(autocorrelation([], 1)).toBeNull()
  expect(autocorrelation([1, 2], 2)).toBeNull()
  expect(autocorrelation([NaN, NaN, NaN], 1)).toBeNull()
  // The sum of these is not 24 times one of them.
  expect(autocorrelation(Array(24).fill(0.1), 1)).toBeNull()
  expect(() => autocorrelation([1, 2], 0)).toThrow(RangeError)
  expect(() => autocorrelation([1, 2], 1.5)).toThrow(RangeError)
})

test('neither shift nor scale matter', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 5 }), (values) => {
      const moved = autocorrelation(
        values.map((value) => 7 - 2 * value),
        2,
      )
      const plain = autocorrelation(values, 2)
      if (plain === null) expect(moved).toBeNull()
      else expect(moved).toBeCloseTo(plain, 8)
    }),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'

import { benjaminiHochberg } from './benjamini-hochberg.ts'

// Oracle: statsmodels 0.13.5, multipletests(p, method='fdr_bh')[1]
test('agrees with statsmodels', () => {
  const pValues = [0.042, 0.001, 0.216, 0.008, 0.039, 0.212, 0.041, 0.205, 0.06, 0.074]
  const expected = [0.084, 0.01, 0.216, 0.04, 0.084, 0.216, 0.084, 0.216, 0.1, 0.10571428571428572]
  for (const [i, qValue] of benjaminiHochberg(pValues).entries()) expect(qValue).toBeCloseTo(expected[i]!, 12)
})

const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }))

test('never below the p-value, in the order of the p-values, and at most 1', () => {
  fc.assert(
    fc.property(pValues, (list) => {
      const qValues = benjaminiHochberg(list)
      for (const [i, qValue] of qValues.entries()) {
        expect(qValue).toBeGreaterThanOrEqual(list[i]!)
        expect(qValue).toBeLessThanOrEqual(1)
        for (const [j, other] of qValues.entries()) if (list[i]! < list[j]!) expect(qValue).toBeLessThanOrEqual(other)
      }
    }),
  )
})

test('one test needs no correction, none gives none', () => {
  expect(benjaminiHochberg([0.03])).toEqual([0.03])
  expect(benjaminiHochberg([])).toEqual([])
})

test('what is no probability', () => {
  expect(() => benjaminiHochberg([0.1, 1.1])).toThrow(RangeError)
  expect(() => benjaminiHochberg([NaN])).toThrow(RangeError)
})

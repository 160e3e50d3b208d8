import { expect, test } from 'vitest'

import { robustnessWeights } from './robustness-weights.ts'

// statsmodels.robust.norms.TukeyBiweight(6).weights(np.array([0, 1, -1, 3, 9])): 1, .94521605, .94521605, .5625, 0
test('bisquare of the distance over six medians', () => {
  const weights = robustnessWeights(Float64Array.of(0, 1, -1, 3, 9), Float64Array.of(1, 1, 1, 1, 1))
  expect(weights).toEqual(Float64Array.of(1, (1 - 1 / 36) ** 2, (1 - 1 / 36) ** 2, (1 - 1 / 4) ** 2, 0))
})

test('what is not known weighs nothing and moves no median', () => {
  const weights = robustnessWeights(Float64Array.of(1, 50, 1, 50, -1), Float64Array.of(1, 0, 1, 0, 1))
  expect(Array.from(weights, (weight) => weight > 0)).toEqual([true, false, true, false, true])
})

test('the unit of the values does not matter', () => {
  const remainder = Float64Array.of(0, 1, -1, 3, 9, -2)
  const known = Float64Array.of(1, 1, 1, 1, 1, 0)
  const scaled = robustnessWeights(
    remainder.map((value) => -4 * value),
    known,
  )
  expect(scaled).toEqual(robustnessWeights(remainder, known))
})

test('a fit that most points lie on trusts all points', () => {
  expect(robustnessWeights(Float64Array.of(0, 0, 5), Float64Array.of(1, 1, 1))).toEqual(Float64Array.of(1, 1, 1))
})

import { expect, test } from 'vitest'

import { robustnessWeights } from './robustness-weights.ts'

test('bisquare of the distance over six medians', () => {
  const weights = robustnessWeights(Float64Array.of(0, 1, -1, 3, 9), Float64Array.of(1, 1, 1, 1, 1))
  expect(weights).toEqual(Float64Array.of(1, (1 - 1 / 36) ** 2, (1 - 1 / 36) ** 2, (1 - 1 / 4) ** 2, 0))
})

test('what is not known weighs nothing and moves no median', () => {
  const weights = robustnessWeights(Float64Array.of(1, 50, 1, 50, -1), Float64Array.of(1, 0, 1, 0, 1))
  expect(Array.from(weights, (weight) => weight > 0)).toEqual([true, false, true, false, true])
})

test('a fit that most points lie on trusts all points', () => {
  expect(robustnessWeights(Float64Array.of(0, 0, 5), Float64Array.of(1, 1, 1))).toEqual(Float64Array.of(1, 1, 1))
})

import { expect, it } from 'vitest'

import { isSeasonal } from './is-seasonal.ts'
import { PASSENGERS } from '../forecasts/testing-series.ts'

it('sees a season that is there', () => {
  expect(isSeasonal([1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3], 3)).toBe(true)
})

it('is not sure of a season under a strong trend, as the test of M4 is not', () => {
  // statsmodels acf: |r[12]| = 0.401, limit 0.582
  expect(isSeasonal(PASSENGERS, 12)).toBe(false)
})

it('sees none in a constant, in less than three periods, and in a period of 1', () => {
  expect(isSeasonal(new Float64Array(24).fill(0.1), 4)).toBe(false)
  expect(isSeasonal([1, 2, 3, 1, 2, 3, 1, 2], 3)).toBe(false)
  expect(isSeasonal([1, 2, 3, 4, 5], 1)).toBe(false)
})

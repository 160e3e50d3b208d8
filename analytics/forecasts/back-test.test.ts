import { expect, it } from 'vitest'

import { backTest } from './back-test.ts'
import { seasonalNaive } from './seasonal-naive.ts'

const history = Float64Array.of(1, 2, 3, 4, 5, 6)

it('forecasts the past from what was known then', () => {
  const plan = { horizon: 2, stride: 1, folds: 2, minPoints: 1 }
  expect(backTest(history, [seasonalNaive(1), seasonalNaive(2)], plan)).toEqual([
    { origin: 4, actual: Float64Array.of(5, 6), forecasts: [Float64Array.of(4, 4), Float64Array.of(3, 4)] },
    { origin: 3, actual: Float64Array.of(4, 5), forecasts: [Float64Array.of(3, 3), Float64Array.of(2, 3)] },
  ])
})

it('leaves every model enough to fit to', () => {
  const plan = { horizon: 2, stride: 1, folds: 9, minPoints: 1 }
  expect(backTest(history, [seasonalNaive(3)], plan).map(({ origin }) => origin)).toEqual([4, 3])
  expect(backTest(history, [seasonalNaive(5)], plan)).toEqual([])
})

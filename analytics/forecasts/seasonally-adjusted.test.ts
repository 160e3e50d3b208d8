import { expect, it } from 'vitest'

import { seasonalNaive } from './seasonal-naive.ts'
import { seasonallyAdjusted } from './seasonally-adjusted.ts'

it.each([
  [
    [1, 3, 1, 3, 1],
    [3, 1, 3],
  ],
  [
    [-1, 1, -1, 1, -1],
    [1, -1, 1],
  ],
])('forecasts what is under the season of %j and puts the season back', (history, expected) => {
  const forecast = seasonallyAdjusted(seasonalNaive(1), 2).forecast(Float64Array.from(history), 3)
  forecast.forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, 9))
})

it('rejects a history without two seasons', () => {
  expect(() => seasonallyAdjusted(seasonalNaive(1), 3).forecast(Float64Array.of(1, 2), 1)).toThrow(RangeError)
})

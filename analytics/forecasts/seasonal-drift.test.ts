import { expect, it } from 'vitest'

import { seasonalDrift } from './seasonal-drift.ts'

it('goes on as the seasons went on', () => {
  expect(seasonalDrift(2).forecast(Float64Array.of(1, 2, 3, 4), 3)).toEqual(Float64Array.of(5, 6, 7))
})

it('is the line from the first to the last value when there is no season', () => {
  expect(seasonalDrift(1).forecast(Float64Array.of(1, 9, 3), 2)).toEqual(Float64Array.of(4, 5))
})

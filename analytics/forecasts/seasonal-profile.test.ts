import { expect, it } from 'vitest'

import { seasonalProfile } from './seasonal-profile.ts'

it('is the mean of the last seasons', () => {
  expect(seasonalProfile(2, 2).forecast(Float64Array.of(9, 1, 2, 3, 4), 3)).toEqual(Float64Array.of(2, 3, 2))
})

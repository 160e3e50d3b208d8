import { expect, it } from 'vitest'

import { seasonalNaive } from './seasonal-naive.ts'

const history = Float64Array.of(1, 2, 3, 4)

it('repeats the last season', () => {
  expect(seasonalNaive(2).forecast(history, 3)).toEqual(Float64Array.of(3, 4, 3))
  expect(seasonalNaive(1).forecast(history, 2)).toEqual(Float64Array.of(4, 4))
})

import { expect, it } from 'vitest'

import { naive2 } from './naive2.ts'

it('repeats the last value under the season', () => {
  const history = [1, 2, 6, 1, 2, 6, 1, 2, 6, 1, 2, 6]
  naive2(history, 3, 4).forEach((value, i) => expect(value).toBeCloseTo([1, 2, 6, 1][i]!))
})

it('repeats the last value where there is no season', () => {
  expect(naive2([1, 5, 2], 1, 2)).toEqual(Float64Array.of(2, 2))
})

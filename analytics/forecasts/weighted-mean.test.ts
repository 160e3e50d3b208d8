import { expect, it } from 'vitest'

import { weightedMean } from './weighted-mean.ts'

it('is the mean, step by step', () => {
  expect(weightedMean([Float64Array.of(1, 2), Float64Array.of(3, 4)], [0.75, 0.25])).toEqual(Float64Array.of(1.5, 2.5))
  expect(weightedMean([], [])).toEqual(new Float64Array(0))
})

import { expect, it } from 'vitest'

import { optimisedTheta } from './optimised-theta.ts'
import { RISING } from './testing-series.ts'

it('agrees with the same model fitted by scipy', () => {
  // The recursion of the paper, minimised over smoothing, first level and theta by
  // scipy.optimize.minimize(method='L-BFGS-B') from 18 starts: smoothing 0.1, level 4.973, theta 4.755.
  const expected = [32.89835, 33.77093, 34.62556]
  optimisedTheta.forecast(RISING, 3).forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, 4))
})

it('keeps a constant, 0 too', () => {
  optimisedTheta.forecast(Float64Array.of(5, 5, 5, 5), 2).forEach((value) => expect(value).toBeCloseTo(5, 9))
  expect(optimisedTheta.forecast(Float64Array.of(0, 0, 0, 0), 2)).toEqual(Float64Array.of(0, 0))
})

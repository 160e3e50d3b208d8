import { expect, it } from 'vitest'

import { RISING } from './testing-series.ts'
import { theta } from './theta.ts'

it('agrees with the same model fitted by scipy', () => {
  // Line by numpy.polyfit, smoothing of the curve by scipy.optimize.minimize_scalar(method='bounded').
  const expected = [32.39765, 33.09912, 33.80059]
  theta.forecast(RISING, 3).forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, 2))
})

it('keeps a constant', () => {
  expect(theta.forecast(Float64Array.of(5, 5, 5), 2)).toEqual(Float64Array.of(5, 5))
})

import { expect, it } from 'vitest'

import { dampedTrend } from './damped-trend.ts'
import { RISING } from './testing-series.ts'

it('agrees with the same model fitted by scipy', () => {
  // The recursion of the comment, minimised by scipy.optimize.minimize(method='L-BFGS-B') from eight starts.
  const expected = [33.39371, 34.2993, 35.16317]
  dampedTrend.forecast(RISING, 3).forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, 1.5))
})

it('keeps a constant', () => {
  dampedTrend.forecast(Float64Array.of(5, 5, 5, 5), 2).forEach((value) => expect(value).toBeCloseTo(5, 9))
})

import { expect, it } from 'vitest'

import { dampedTrend } from './damped-trend.ts'
import { RISING } from './testing-series.ts'

it('agrees with statsmodels', () => {
  // bounds = {'smoothing_level': (.01, .99), 'smoothing_trend': (.001, .99), 'damping_trend': (.8, .98)}
  // ETSModel(RISING, trend='add', damped_trend=True, bounds=bounds).fit(maxiter=5000).forecast(3)
  const expected = [33.3937, 34.29929, 35.16316]
  dampedTrend.forecast(RISING, 3).forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, 1.5))
})

it('keeps a constant, a straight line nearly', () => {
  expect(dampedTrend.forecast(Float64Array.of(5, 5, 5, 5), 2)).toEqual(Float64Array.of(5, 5))
  const line = Float64Array.from({ length: 30 }, (_, t) => 3 * t)
  expect(dampedTrend.forecast(line, 1)[0]).toBeCloseTo(90, 0)
})

it.each([
  [1e9, 1],
  [-7, 1e-6],
  [0, 1e9],
])('goes on as before with values shifted by %d and times %d', (shift, factor) => {
  const plain = dampedTrend.forecast(RISING, 3)
  const moved = dampedTrend.forecast(
    RISING.map((value) => shift + factor * value),
    3,
  )
  plain.forEach((value, i) => expect((moved[i]! - shift) / factor).toBeCloseTo(value, 4))
})

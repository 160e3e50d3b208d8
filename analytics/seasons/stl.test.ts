import { expect, test } from 'vitest'

import { stl, type StlOptions } from './stl.ts'

/*
 * Oracle: Debian's python3-statsmodels 0.13.5.
 *
 *   from math import sin, pi; from statsmodels.tsa.seasonal import STL
 *   y = [round(10 + .1*i + 3*sin(2*pi*i/7) + sin(i*i) + (20 if i == 30 else 0), 3) for i in range(60)]
 *   STL(y, period=7, seasonal=7, trend=15, low_pass=9).fit(inner_iter=5, outer_iter=0)
 *   STL(y, period=7, seasonal=7, trend=15, low_pass=9, robust=True).fit(inner_iter=2, outer_iter=15)
 *   STL(y, period=7, seasonal=7, trend=15, low_pass=9, robust=True, seasonal_jump=2, trend_jump=3, low_pass_jump=2)
 *     .fit(inner_iter=1, outer_iter=15)
 *   [[r.trend[i], r.seasonal[i]] for i in (0, 1, 29, 30, 31, 59)]
 */
const values = Float64Array.from({ length: 60 }, (_, i) => {
  const value = 10 + 0.1 * i + 3 * Math.sin((2 * Math.PI * i) / 7) + Math.sin(i * i) + (i === 30 ? 20 : 0)
  return Math.round(1000 * value) / 1000
})
const options: StlOptions = {
  period: 7,
  seasonal: { window: 7, jump: 1, degree: 1 },
  trend: { window: 15, jump: 1, degree: 1 },
  lowPass: { window: 9, jump: 1, degree: 1 },
  inner: 5,
  outer: 0,
}
const jumping: Partial<StlOptions> = {
  seasonal: { window: 7, jump: 2, degree: 1 },
  trend: { window: 15, jump: 3, degree: 1 },
  lowPass: { window: 9, jump: 2, degree: 1 },
}
const known = new Float64Array(60).fill(1)

test.each([
  [
    'plain',
    {},
    [10.11119724, 10.14517429, 15.28129995, 15.49254404, 15.61276032, 16.73306798],
    [0.21184107, 3.54506953, 1.68807637, 8.2653508, 0.12048206, 1.68662435],
  ],
  [
    'robust',
    { inner: 2, outer: 15 },
    [9.91722165, 9.98867544, 12.61128568, 12.76467866, 12.92331561, 16.37359025],
    [0.01800069, 3.33858682, 2.5644744, 3.01335203, 0.97768475, 1.52971479],
  ],
  [
    'robust, drawn straight between every second and third point',
    { inner: 1, outer: 15, ...jumping },
    [9.91895858, 9.99268861, 12.63496556, 12.76441806, 12.91221005, 16.3748854],
    [0.00584834, 3.33917479, 2.57718864, 3.00185855, 0.9733713, 1.53892871],
  ],
])('agrees with statsmodels: %s', (_, change: Partial<StlOptions>, trend, seasonal) => {
  const parts = stl(values, known, { ...options, ...change })
  for (const [at, i] of [0, 1, 29, 30, 31, 59].entries()) {
    expect(parts.trend[i]).toBeCloseTo(trend[at]!, 7)
    expect(parts.seasonal[i]).toBeCloseTo(seasonal[at]!, 7)
  }
})

test('a point that is not known decides nothing', () => {
  const withoutOutlier = known.map((one, i) => (i === 30 ? 0 : one))
  const parts = stl(values, withoutOutlier, options)
  const others = stl(
    values.map((value, i) => (i === 30 ? -1000 : value)),
    withoutOutlier,
    options,
  )
  expect(others.trend).toEqual(parts.trend)
  expect(others.seasonal).toEqual(parts.seasonal)
})

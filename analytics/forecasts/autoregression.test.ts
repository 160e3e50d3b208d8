import { expect, it } from 'vitest'

import { autoregression } from './autoregression.ts'
import { PASSENGERS } from './testing-series.ts'

/*
 * Oracle: numpy 1.24, for y = PASSENGERS; of np.log(y), and np.exp of the answer, on the scale of logarithms.
 *
 *   lags = [1, 2, 12, 13]; X = np.array([y[[t - l for l in lags]] for t in range(13, 48)]); d = np.diff(y)[12:]
 *   Z = X - X.mean(0); G = Z.T @ Z; w = np.linalg.solve(G + 1e-4 * G.trace() / 4 * np.eye(4), Z.T @ (d - d.mean()))
 *   for _ in range(3): y = np.append(y, y[-1] + d.mean() + w @ (y[[-l for l in lags]] - X.mean(0)))
 */
it.each([
  ['linear', [197.98372, 207.84275, 221.75847]],
  ['log', [198.07454, 207.58194, 221.14926]],
] as const)('agrees with numpy on a %s scale', (scale, expected) => {
  const forecast = autoregression([1, 2, 12, 13], scale).forecast(PASSENGERS, 3)
  forecast.forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, 4))
})

it('keeps a constant, 0 too, where there is nothing to regress on', () => {
  for (const constant of [5, 0]) {
    const forecast = autoregression([1, 2], 'log').forecast(new Float64Array(20).fill(constant), 3)
    forecast.forEach((value) => expect(value).toBeCloseTo(constant, 9))
  }
})

it('does not run away', () => {
  const doubling = Float64Array.from({ length: 30 }, (_, t) => 2 ** t)
  expect(Math.max(...autoregression([1, 2], 'linear').forecast(doubling, 100))).toBeLessThanOrEqual(2 ** 30)
})

import { expect, it } from 'vitest'

import { RISING } from './testing-series.ts'
import { theta } from './theta.ts'

/*
 * Oracle: numpy 1.24 and scipy 1.10, for y = RISING.
 *
 *   b, a = np.polyfit(range(16), y, 1); c = 2 * y - a - b * np.arange(16)
 *   def levels(w):
 *       l = [c[0]]
 *       for v in c[1:]: l.append(l[-1] + w * (v - l[-1]))
 *       return np.array(l)
 *   w = minimize_scalar(lambda w: ((c[1:] - levels(w)[:-1]) ** 2).sum(), bounds=(.01, .99), method='bounded').x
 *   (levels(w)[-1] + a + b * np.arange(16, 19)) / 2
 */
it('agrees with the same model fitted by scipy', () => {
  const expected = [32.39765, 33.09912, 33.80059]
  theta.forecast(RISING, 3).forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, 2))
})

it('keeps a constant', () => {
  expect(theta.forecast(Float64Array.of(5, 5, 5), 2)).toEqual(Float64Array.of(5, 5))
})

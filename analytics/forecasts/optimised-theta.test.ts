import { expect, it } from 'vitest'

import { optimisedTheta } from './optimised-theta.ts'
import { RISING } from './testing-series.ts'

/*
 * Oracle: numpy 1.24 and scipy 1.10, for y = RISING: smoothing .1, first level 4.973, theta 4.755.
 *
 *   def mu(w, l, theta):
 *       out, x = [], list(y)
 *       for t in range(1, 20):
 *           B, A = np.polyfit(range(1, t), x[:t-1], 1) if t > 2 else (0, x[0] if t == 2 else 0)
 *           out.append(l + (1 - 1/theta) * ((1-w)**(t-1) * A + (1 - (1-w)**t) / w * B))
 *           if t > 16: x.append(out[-1])
 *           l = w * x[t-1] + (1-w) * l
 *       return np.array(out)
 *   fits = [minimize(lambda p: ((y[1:] - mu(*p)[1:16]) ** 2).sum(), [w, l, theta], method='L-BFGS-B',
 *     bounds=[(.1, .99), (None, None), (1, 1e6)]) for w in (.1, .5, .9) for l in (5, 12) for theta in (1.5, 4, 10)]
 *   mu(*min(fits, key=lambda fit: fit.fun).x)[16:]
 */
it('agrees with the same model fitted by scipy', () => {
  const expected = [32.89835, 33.77093, 34.62556]
  optimisedTheta.forecast(RISING, 3).forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, 4))
})

it('keeps a constant, 0 too', () => {
  optimisedTheta.forecast(Float64Array.of(5, 5, 5, 5), 2).forEach((value) => expect(value).toBeCloseTo(5, 9))
  expect(optimisedTheta.forecast(Float64Array.of(0, 0, 0, 0), 2)).toEqual(Float64Array.of(0, 0))
})

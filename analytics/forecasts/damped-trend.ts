import { minimise } from '../stats/minimise.ts'
import type { Model } from './model.ts'

interface Parameters {
  level: number
  trend: number
  damping: number
}

/**
 * Exponential smoothing with a trend that fades: Holt's linear method with damping.
 *
 * l[t] = l[t-1] + d b[t-1] + level * e[t], b[t] = d b[t-1] + trend * e[t], where e[t] = y[t] - l[t-1] - d b[t-1], and
 * f[n + h] = l[n] + (d + d^2 + ... + d^h) b[n]. The parameters and l[0], b[0] are those of the least squared one-step
 * error, with 0.8 <= d <= 0.98 and trend <= level.
 *
 * Reference: Gardner and McKenzie, Forecasting Trends in Time Series, Management Science 31, 1985.
 *
 * @example
 * dampedTrend.forecast(Float64Array.of(5, 5, 5, 5), 2) // [5, 5]
 */
export const dampedTrend: Model = {
  name: 'damped trend',
  minPoints: 4,
  forecast(history, horizon) {
    const best = minimise((point) => fit(history, parametersAt(point)).squaredError, [0, -1.5, 0], {
      step: 1,
      evaluations: 80,
    })
    const parameters = parametersAt(best)
    let { level, rise } = fit(history, parameters)
    return Float64Array.from({ length: horizon }, () => (level += rise *= parameters.damping))
  },
}

/** Parameters from three unbounded numbers, so that the search meets no walls. */
function parametersAt([level = 0, trend = 0, damping = 0]: readonly number[]): Parameters {
  const inside = between(0.01, 0.99, level)
  return { level: inside, trend: between(0.001, inside, trend), damping: between(0.8, 0.98, damping) }
}

function between(least: number, most: number, x: number): number {
  return least + (most - least) / (1 + Math.exp(-x))
}

/**
 * The last state, from the best first one. Errors are linear in the first state, so one run over the values tells the sums of
 * least squares for all of them.
 */
function fit(values: Float64Array, { level: a, trend: b, damping }: Parameters) {
  // The state from a first level of the first value, which keeps the sums small, and a first rise of 0,
  let [level, rise] = [values[0]!, 0]
  // and what each unit more of the first level, and of the first rise, adds to it.
  let [levelByLevel, riseByLevel] = [1, 0]
  let [levelByRise, riseByRise] = [0, 1]
  // Sums of products of the error e and of what such a unit takes from it: l and r.
  let [ll, lr, rr, le, re, ee] = [0, 0, 0, 0, 0, 0]
  for (let t = 0; t < values.length; t++) {
    const l = levelByLevel + damping * riseByLevel
    const r = levelByRise + damping * riseByRise
    const expected = level + damping * rise
    const error = values[t]! - expected
    ll += l * l
    lr += l * r
    rr += r * r
    le += l * error
    re += r * error
    ee += error * error
    level = expected + a * error
    rise = damping * rise + b * error
    levelByLevel = l - a * l
    riseByLevel = damping * riseByLevel - b * l
    levelByRise = r - a * r
    riseByRise = damping * riseByRise - b * r
  }
  // Never 0: the first two errors alone make it damping^4.
  const determinant = ll * rr - lr * lr
  const moreLevel = (rr * le - lr * re) / determinant
  const moreRise = (ll * re - lr * le) / determinant
  return {
    level: level + moreLevel * levelByLevel + moreRise * levelByRise,
    rise: rise + moreLevel * riseByLevel + moreRise * riseByRise,
    squaredError: ee - moreLevel * le - moreRise * re,
  }
}

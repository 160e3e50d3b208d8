import { minimise } from '../stats/minimise.ts'
import { solvePositiveDefinite } from '../stats/solve-positive-definite.ts'
import type { Model } from './model.ts'

interface Parameters {
  level: number
  trend: number
  damping: number
}

interface State {
  level: number
  rise: number
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
 * The last state, from the best first one. Errors are linear in the first state: three runs tell them for all, one from the
 * first value, and two of nothing but a level and a rise of 1. They run side by side and leave only sums, as this is done often.
 */
function fit(values: Float64Array, { level: a, trend: b, damping }: Parameters): State & { squaredError: number } {
  const start = values[0]!
  let [level, rise] = [start, 0]
  let [levelOfLevel, riseOfLevel] = [1, 0]
  let [levelOfRise, riseOfRise] = [0, 1]
  let [ee, el, er, ll, lr, rr] = [0, 0, 0, 0, 0, 0]
  for (let t = 0; t < values.length; t++) {
    const error = values[t]! - level - damping * rise
    const byLevel = -levelOfLevel - damping * riseOfLevel
    const byRise = -levelOfRise - damping * riseOfRise
    ee += error * error
    el += error * byLevel
    er += error * byRise
    ll += byLevel * byLevel
    lr += byLevel * byRise
    rr += byRise * byRise
    rise = damping * rise + b * error
    level = values[t]! - (1 - a) * error
    riseOfLevel = damping * riseOfLevel + b * byLevel
    levelOfLevel = -(1 - a) * byLevel
    riseOfRise = damping * riseOfRise + b * byRise
    levelOfRise = -(1 - a) * byRise
  }
  const [more = 0, steeper = 0] =
    solvePositiveDefinite(
      [
        [ll, 0],
        [lr, rr],
      ],
      [-el, -er],
    ) ?? []
  return {
    level: level + more * levelOfLevel + steeper * levelOfRise,
    rise: rise + more * riseOfLevel + steeper * riseOfRise,
    // At the best first state the products of errors and runs cancel.
    squaredError: ee + more * el + steeper * er,
  }
}

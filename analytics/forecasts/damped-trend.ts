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

/** The last state, from the best first one. Errors are linear in the first state: three runs tell them for all. */
function fit(values: Float64Array, parameters: Parameters): State & { squaredError: number } {
  const zeros = new Float64Array(values.length)
  const still = smooth(values, parameters, { level: 0, rise: 0 })
  const byLevel = smooth(zeros, parameters, { level: 1, rise: 0 })
  const byRise = smooth(zeros, parameters, { level: 0, rise: 1 })
  const [level = 0, rise = 0] =
    solvePositiveDefinite(
      [
        [dot(byLevel.errors, byLevel.errors), 0],
        [dot(byLevel.errors, byRise.errors), dot(byRise.errors, byRise.errors)],
      ],
      [-dot(byLevel.errors, still.errors), -dot(byRise.errors, still.errors)],
    ) ?? []
  const errors = still.errors.map((error, t) => error + level * byLevel.errors[t]! + rise * byRise.errors[t]!)
  return {
    level: still.level + level * byLevel.level + rise * byRise.level,
    rise: still.rise + level * byLevel.rise + rise * byRise.rise,
    squaredError: dot(errors, errors),
  }
}

function smooth(values: Float64Array, { level: a, trend: b, damping }: Parameters, first: State) {
  let { level, rise } = first
  const errors = new Float64Array(values.length)
  for (let t = 0; t < values.length; t++) {
    const damped = damping * rise
    const error = values[t]! - level - damped
    errors[t] = error
    level += damped + a * error
    rise = damped + b * error
  }
  return { level, rise, errors }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let t = 0; t < a.length; t++) sum += a[t]! * b[t]!
  return sum
}

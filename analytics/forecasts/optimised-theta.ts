import type { Model } from './model.ts'

const SMOOTHING = { least: 0.1, most: 0.99 }

interface Fit {
  error: number
  smoothing: number
  /** Level before the first value. */
  level: number
  /** Share of the line, 1 - 1/theta: 0 is simple exponential smoothing. */
  line: number
}

/**
 * Dynamic optimised theta model: exponential smoothing plus a share of the straight line through the history, where the
 * line is fitted anew at every point.
 *
 * mu[t] = l[t-1] + (1 - 1/theta) * ((1-a)^(t-1) A[t-1] + (1 - (1-a)^t) / a * B[t-1]) and l[t] = a y[t] + (1-a) l[t-1], where
 * A and B are intercept and slope of the least-squares line through y[1 .. t]. The smoothing a, the first level and
 * theta >= 1 are those of the least squared one-step error; given a, the error is linear in the other two. Beyond the
 * history mu stands for y.
 *
 * Reference: Fiorucci, Pellegrini, Louzada, Petropoulos and Koehler, Models for optimising the theta method and their
 * relationship to state space models, International Journal of Forecasting 32, 2016.
 *
 * @example
 * optimisedTheta.forecast(Float64Array.of(1, 2, 3, 4, 5, 6), 2) // [6.9975, 7.9947]
 */
export const optimisedTheta: Model = {
  name: 'optimised theta',
  minPoints: 4,
  forecast(history, horizon) {
    const trend = trendSoFar(history)
    let best = fit(history, trend, 0.5)
    const consider = (smoothing: number) => {
      const candidate = fit(history, trend, Math.min(Math.max(smoothing, SMOOTHING.least), SMOOTHING.most))
      if (candidate.error < best.error) best = candidate
    }
    for (let i = 0; i <= 10; i++) consider(SMOOTHING.least + (i / 10) * (SMOOTHING.most - SMOOTHING.least))
    for (let width = 0.045; width > 0.004; width /= 2) {
      const centre = best.smoothing
      consider(centre - width)
      consider(centre + width)
    }
    return extrapolate(history, horizon, best)
  },
}

interface Trend {
  intercept: Float64Array
  slope: Float64Array
}

/** Line through the first t values, for every t, by the recursion of the paper. */
function trendSoFar(values: Float64Array): Trend {
  const intercept = new Float64Array(values.length)
  const slope = new Float64Array(values.length)
  let mean = 0
  let rise = 0
  for (let i = 0; i < values.length; i++) {
    const t = i + 1
    if (t > 1) rise = ((t - 2) * rise + (6 * (values[i]! - mean)) / t) / (t + 1)
    mean += (values[i]! - mean) / t
    slope[i] = rise
    intercept[i] = mean - (rise * (t + 1)) / 2
  }
  return { intercept, slope }
}

function fit(values: Float64Array, { intercept, slope }: Trend, smoothing: number): Fit {
  const keep = 1 - smoothing
  let smoothed = smoothing * values[0]!
  let decay = keep
  // Sums of least squares of r[t] = level * d[t] + line * x[t], with d the weight that the first level still has.
  let dd = 0
  let dx = 0
  let xx = 0
  let dr = 0
  let xr = 0
  let rr = 0
  for (let i = 1; i < values.length; i++) {
    const x = decay * intercept[i - 1]! + ((1 - decay * keep) / smoothing) * slope[i - 1]!
    const r = values[i]! - smoothed
    dd += decay * decay
    dx += decay * x
    xx += x * x
    dr += decay * r
    xr += x * r
    rr += r * r
    smoothed = smoothing * values[i]! + keep * smoothed
    decay *= keep
  }
  const determinant = dd * xx - dx * dx
  const free = determinant > 1e-12 * dd * xx ? (dd * xr - dx * dr) / determinant : 0
  const line = Math.min(Math.max(free, 0), 1)
  const level = (dr - line * dx) / dd
  const error = rr - 2 * (level * dr + line * xr) + level * level * dd + 2 * level * line * dx + line * line * xx
  return { error, smoothing, level, line }
}

function extrapolate(history: Float64Array, horizon: number, { smoothing, level, line }: Fit): Float64Array {
  const keep = 1 - smoothing
  const path = new Float64Array(history.length + horizon)
  path.set(history)
  let smoothed = level
  let mean = 0
  let rise = 0
  let decay = 1
  for (let i = 0; i < path.length; i++) {
    const t = i + 1
    if (i >= history.length) {
      const intercept = mean - (rise * t) / 2
      path[i] = smoothed + line * (decay * intercept + ((1 - decay * keep) / smoothing) * rise)
    }
    if (t > 1) rise = ((t - 2) * rise + (6 * (path[i]! - mean)) / t) / (t + 1)
    mean += (path[i]! - mean) / t
    smoothed = smoothing * path[i]! + keep * smoothed
    decay *= keep
  }
  return path.subarray(history.length)
}

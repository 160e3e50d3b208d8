import { loess, type Smoothing } from './loess.ts'
import { robustnessWeights } from './robustness-weights.ts'

export interface StlOptions {
  period: number
  /** Smooths the values of one phase from cycle to cycle: the longer its window, the less a season may change. */
  seasonal: Smoothing
  trend: Smoothing
  lowPass: Smoothing
  /** How often season and trend are refined in turn, for given robustness weights. */
  inner: number
  /** How often points are weighed anew by their remainder; 0 trusts all points alike. */
  outer: number
}

export interface Stl {
  trend: Float64Array
  seasonal: Float64Array
}

/**
 * Trend and season of a series with one period, by STL: the phases of the season are smoothed from cycle to cycle, what is
 * slow in them is moved to the trend, and the trend is smoothed from what the season leaves. Points far from both weigh
 * less in the next round (bisquare of the remainder over six times its median).
 *
 * `values` has no gaps; a point whose `known` is 0 was put in and decides nothing, one whose `known` is 1 was measured.
 *
 * Reference: Cleveland, Cleveland, McRae and Terpenning, STL: A Seasonal-Trend Decomposition Procedure Based on Loess,
 * Journal of Official Statistics 6 (1990) 3-73. Agrees with `statsmodels.tsa.seasonal.STL`.
 *
 * In the unit of the values. `values` must be longer than two periods, which `decompose` sees to.
 *
 * @example
 * stl(values, new Float64Array(values.length).fill(1), options) // { trend: [...], seasonal: [...] }
 */
export function stl(values: Float64Array, known: Float64Array, options: StlOptions): Stl {
  let weights = known
  let parts: Stl = { trend: new Float64Array(values.length), seasonal: new Float64Array(values.length) }
  for (let round = 0; round <= options.outer; round++) {
    for (let pass = 0; pass < options.inner; pass++) parts = refine(values, weights, parts.trend, options)
    const { trend, seasonal } = parts
    const remainder = values.map((value, i) => value - trend[i]! - seasonal[i]!)
    if (round < options.outer) weights = robustnessWeights(remainder, known)
  }
  return parts
}

function refine(values: Float64Array, weights: Float64Array, trend: Float64Array, options: StlOptions): Stl {
  const { period } = options
  const cycle = smoothPhases(
    values.map((value, i) => value - trend[i]!),
    weights,
    options,
  )
  const slow = movingAverage(movingAverage(movingAverage(cycle, period), period), 3)
  const slowest = within(loess(slow, new Float64Array(slow.length).fill(1), options.lowPass))
  const seasonal = slowest.map((level, i) => cycle[i + period]! - level)
  const rest = values.map((value, i) => value - seasonal[i]!)
  return { trend: within(loess(rest, weights, options.trend)), seasonal }
}

/** Every cycle-subseries smoothed, in the order of time again; begins one period before the values and ends one after. */
function smoothPhases(values: Float64Array, weights: Float64Array, { period, seasonal }: StlOptions): Float64Array {
  const smooth = new Float64Array(values.length + 2 * period)
  for (let phase = 0; phase < period; phase++) {
    const size = Math.floor((values.length - 1 - phase) / period) + 1
    const subseries = new Float64Array(size)
    const subweights = new Float64Array(size)
    for (let cycle = 0, i = phase; cycle < size; cycle++, i += period) {
      subseries[cycle] = values[i]!
      subweights[cycle] = weights[i]!
    }
    const smoothed = loess(subseries, subweights, seasonal)
    for (let cycle = 0, i = phase; cycle < size + 2; cycle++, i += period) smooth[i] = smoothed[cycle]!
  }
  return smooth
}

function movingAverage(values: Float64Array, width: number): Float64Array {
  const averages = new Float64Array(values.length - width + 1)
  let sum = 0
  for (let i = 0; i < values.length; i++) {
    sum += values[i]! - (i < width ? 0 : values[i - width]!)
    if (i >= width - 1) averages[i - width + 1] = sum / width
  }
  return averages
}

/** Without the places that `loess` adds at both ends. */
const within = (smooth: Float64Array): Float64Array => smooth.subarray(1, smooth.length - 1)

import { autocorrelation } from '../stats/autocorrelation.ts'
import { normalTail } from '../stats/normal-tail.ts'
import { decompose } from './decompose.ts'
import { seasonalStrength } from './seasonal-strength.ts'
import { withoutEvents } from './without-events.ts'

export interface SeasonalFit {
  seasonal: Float64Array
  /** Share of the variance around the trend that the season explains. */
  strength: number
  /** Of the values without trend, at lags of one to three periods. */
  autocorrelation: number
  /** Chance of at least such an autocorrelation in noise without season. */
  pValue: number
}

/** Differences below this share of the largest value are rounding. */
const RESOLUTION = 1e-9
/** Cycles are compared with the next, the second and the third after them: further apart seasons have changed. */
const FARTHEST_CYCLE = 3

/**
 * How well a season of one period explains a series, and whether chance explains it too.
 *
 * The strength is that of a robust STL (`seasonalStrength`). The season was fitted to the same values, so the test of
 * significance is on the autocorrelation of the values without trend, at lags of one, two and three periods; the mean of
 * these, by number of pairs, has under noise the standard error sqrt((1 + r^2) / (1 - r^2) / pairs). There r is the
 * autocorrelation of the remainder at lag 1: noise that remembers itself, AR(1), is more alike to itself by chance. Events
 * have no part in either.
 *
 * Reference: Bartlett, On the Theoretical Specification and Sampling Properties of Autocorrelated Time-Series, Supplement
 * to the JRSS 8 (1946) 27-41.
 *
 * `seasonal` in the unit of the values, the others without unit. Returns `null` for fewer values than two periods, and
 * when nothing but a trend is in them.
 *
 * @example
 * seasonalFit(dailyRuns, 7) // { seasonal: [...], strength: 0.86, autocorrelation: 0.84, pValue: 3e-14 }
 */
export function seasonalFit(values: Float64Array, period: number): SeasonalFit | null {
  const parts = decompose(values, [period])
  if (!parts) return null

  const seasonal = parts.seasonal[0]!
  const remainder = withoutEvents(parts.remainder, values)
  const strength = seasonalStrength(seasonal, remainder, period)
  const detrended = remainder.map((value, i) => seasonal[i]! + value)
  if (strength === null || largest(detrended) <= RESOLUTION * largest(values)) return null

  let pairs = 0
  let sum = 0
  for (let lag = period; lag <= FARTHEST_CYCLE * period && lag < values.length; lag += period) {
    const count = pairsOf(detrended, lag)
    sum += count * (autocorrelation(detrended, lag) ?? 0)
    pairs += count
  }
  if (pairs === 0) return null
  const memory = Math.min(0.95, Math.abs(autocorrelation(remainder, 1) ?? 0)) ** 2
  const error = Math.sqrt((1 + memory) / (1 - memory) / pairs)
  const tail = normalTail(sum / pairs / error) / 2
  return { seasonal, strength, autocorrelation: sum / pairs, pValue: sum > 0 ? tail : 1 - tail }
}

const largest = (values: Float64Array): number =>
  values.reduce((most, value) => (Math.abs(value) > most ? Math.abs(value) : most), 0)

const pairsOf = (values: Float64Array, lag: number): number =>
  values.reduce((count, value, i) => (i >= lag && !Number.isNaN(value - values[i - lag]!) ? count + 1 : count), 0)

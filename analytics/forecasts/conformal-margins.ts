import { probit } from 'simple-statistics'

/** Errors grow with the distance as its power of this: between those of a series around a level, 0, and of a random walk, 0.5. */
const GROWTH = 0.3
/** Up to this level a few dozen errors tell their quantile well. */
const STEADY_LEVEL = 0.8
/** How much wider the margins are with a single independent window; falls with the square of their number. */
const CAUTION = 2

/**
 * How far above and below a forecast the truth lies at most, at a level of confidence, from the errors of past forecasts:
 * split conformal prediction.
 *
 * `errors` has the errors of one past forecast per entry, step by step. All are pooled after division by step^0.3; the
 * margin is their quantile of rank ceil((n + 1) * level), but at most the largest, times step^0.3. A level above 80 % depends
 * on the few largest errors: there the margin is the mean of its quantile and of that at 80 %, stretched as much as it
 * would be for normal errors. Forecasts made shortly after one another err alike, so n overstates what is known: with
 * `windows` that do not overlap the margin is 1 + 2 / windows^2 times as wide.
 *
 * Reference: Lei, G'Sell, Rinaldo, Tibshirani and Wasserman, Distribution-Free Predictive Inference for Regression, Journal
 * of the American Statistical Association 113, 2018.
 *
 * In the unit of the errors, one margin per step. Returns `null` without errors.
 *
 * @example
 * conformalMargins([Float64Array.of(1, -2)], { horizon: 2, level: 0.5, windows: 10 }) // [1.657, 2.04]
 */
export function conformalMargins(
  errors: readonly Float64Array[],
  { horizon, level, windows }: { horizon: number; level: number; windows: number },
): Float64Array | null {
  const pooled = errors.flatMap((ofForecast) => Array.from(ofForecast, (error, step) => Math.abs(error) / growth(step)))
  if (pooled.length === 0) return null
  pooled.sort((a, b) => a - b)
  const quantile = (share: number) => pooled[Math.min(Math.ceil((pooled.length + 1) * share), pooled.length) - 1]!
  const steady = Math.min(level, STEADY_LEVEL)
  const stretched = (normalMargin(level) / normalMargin(steady)) * quantile(steady)
  const margin = ((quantile(level) + stretched) / 2) * (1 + CAUTION / windows ** 2)
  return Float64Array.from({ length: horizon }, (_, step) => margin * growth(step))
}

/** How many standard deviations around the mean hold this share of normal values. */
function normalMargin(share: number): number {
  return probit((1 + share) / 2)
}

function growth(step: number): number {
  return (step + 1) ** GROWTH
}

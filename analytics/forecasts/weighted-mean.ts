/**
 * The mean of several forecasts, step by step, with weights whose sum is 1.
 *
 * @example
 * weightedMean([Float64Array.of(1, 2), Float64Array.of(3, 4)], [0.75, 0.25]) // [1.5, 2.5]
 */
export function weightedMean(forecasts: readonly Float64Array[], weights: readonly number[]): Float64Array {
  const mean = new Float64Array(forecasts[0]?.length ?? 0)
  for (let model = 0; model < forecasts.length; model++) {
    for (let step = 0; step < mean.length; step++) mean[step]! += weights[model]! * forecasts[model]![step]!
  }
  return mean
}

/** An estimate above this would say that a series of any length holds about one independent value. */
const LARGEST_CORRELATION = 0.98

/**
 * How many times larger the variance of a mean is because neighbouring values resemble each other; its inverse times
 * the number of values is the effective number of independent values.
 *
 * (1 + r) / (1 - r) of a first-order autoregressive process, where r is the correlation of neighbours within the runs
 * of residuals, pooled. In a run of m values that q = `fittedPerRun` parameters (a mean, a slope) were taken out of,
 * the sample correlation is too small by about (q + (q + 2) r) / m; that is added back. A negative r counts as 0:
 * nothing becomes more certain than with independent values.
 *
 * Reference: Bayley and Hammersley (1946), "The effective number of independent observations in an autocorrelated time
 * series"; Kendall (1954), "Note on bias in the estimation of autocorrelation".
 *
 * Units: a plain factor, 1 or more. No spread, or no more values than q + 2 for each run: 1.
 *
 * @example
 * varianceInflation([[1, 1, -1, -1, 1, 1, -1, -1]], 0) // 1.4
 */
export function varianceInflation(residuals: readonly ArrayLike<number>[], fittedPerRun: number): number {
  let squares = 0
  let products = 0
  let count = 0
  for (const run of residuals) {
    count += run.length
    for (let i = 0; i < run.length; i++) {
      squares += run[i]! ** 2
      if (i > 0) products += run[i]! * run[i - 1]!
    }
  }
  const lost = residuals.length * (fittedPerRun + 2)
  if (!(squares > 0) || count <= lost) return 1
  const unbiased = ((products / squares) * count + residuals.length * fittedPerRun) / (count - lost)
  const correlation = Math.min(LARGEST_CORRELATION, Math.max(0, unbiased))
  return (1 + correlation) / (1 - correlation)
}

interface Accuracy {
  smape: number
  mase: number
}

/**
 * Overall weighted average of the M4 competition: the mean of the sMAPE and the MASE over many series, each relative to
 * that of Naive2. Below 1 is better than Naive2.
 *
 * Reference: Makridakis, Spiliotis and Assimakopoulos, The M4 Competition, International Journal of Forecasting 36, 2020.
 *
 * No unit. An error of Naive2 that is not above 0 is a RangeError.
 *
 * @example
 * owa({ smape: 6, mase: 2 }, { smape: 9, mase: 4 }) // (0.6667 + 0.5) / 2 = 0.5833
 */
export function owa(method: Accuracy, naive2: Accuracy): number {
  if (!(naive2.smape > 0 && naive2.mase > 0)) {
    throw new RangeError(`errors of Naive2 are not above 0: ${naive2.smape}, ${naive2.mase}`)
  }
  return (method.smape / naive2.smape + method.mase / naive2.mase) / 2
}

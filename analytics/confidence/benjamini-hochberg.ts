/**
 * q-values of many tests: for each, the smallest share of false discoveries at which it would still be called a discovery.
 * Of a list of findings with q-values up to .05, about one in twenty is expected to be chance, however many tests were made.
 *
 * q of the i-th smallest of n p-values = the smallest of p[j] n / j over j >= i, and at most 1.
 *
 * Reference: Benjamini and Hochberg, Controlling the False Discovery Rate, JRSS B 57 (1995) 289-300; R's
 * `p.adjust(method = "BH")`. Holds for tests that are independent or rise together.
 *
 * Without unit, 0 to 1, in the order of the p-values. No p-values give no q-values. A p-value outside 0 to 1 is a RangeError.
 *
 * @example
 * benjaminiHochberg([0.01, 0.9, 0.02]) // [0.03, 0.9, 0.03]
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const wrong = pValues.find((pValue) => !(pValue >= 0 && pValue <= 1))
  if (wrong !== undefined) throw new RangeError(`p-value is not from 0 to 1: ${wrong}`)

  const order = [...pValues.keys()].sort((a, b) => pValues[b]! - pValues[a]!)
  const qValues = new Array<number>(pValues.length)
  let smallest = 1
  for (const [fromTop, i] of order.entries()) {
    smallest = Math.min(smallest, pValues[i]! * (pValues.length / (pValues.length - fromTop)))
    qValues[i] = smallest
  }
  return qValues
}

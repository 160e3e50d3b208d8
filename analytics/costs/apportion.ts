/**
 * Splits a whole amount in proportion to weights, so that the parts add up to it exactly: each part is rounded towards 0, and
 * what is left over goes, one unit each, to those that lost most; of equal ones to the first.
 *
 * The method of largest remainders, also Hamilton's method. No part is off by a whole unit or more.
 *
 * In the unit of the amount, which may be negative. Weights that are negative or all 0 are a RangeError.
 *
 * @example
 * apportion(100n, [1n, 1n, 1n]) // [34n, 33n, 33n]
 */
export function apportion(amount: bigint, weights: readonly bigint[]): bigint[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0n)
  if (whole === 0n || weights.some((weight) => weight < 0n)) throw new RangeError(`cannot split by [${weights.join()}]`)

  const unit = amount < 0n ? -1n : 1n
  const quotas = weights.map((weight) => amount * unit * weight)
  const parts = quotas.map((quota) => quota / whole)
  const left = amount * unit - parts.reduce((sum, part) => sum + part, 0n)
  const remainders = quotas.map((quota) => quota % whole)
  const byRemainder = [...remainders.keys()].sort((a, b) =>
    remainders[a]! < remainders[b]! ? 1 : remainders[a]! > remainders[b]! ? -1 : 0,
  )
  const raised = new Set(byRemainder.slice(0, Number(left)))
  return parts.map((part, i) => unit * (raised.has(i) ? part + 1n : part))
}

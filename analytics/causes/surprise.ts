/**
 * How unexpected it is that something with the part `expected` of a whole has the part `actual`: its term of the
 * Jensen-Shannon divergence between the two distributions.
 *
 * `(p ln(2p / (p + q)) + q ln(2q / (p + q))) / 2`, where 0 ln 0 is 0. Reference: Bhagwan and others (2014), "Adtributor:
 * revenue debugging in advertising systems", NSDI, section 4.2.
 *
 * In nats: 0 when both are equal, at most ln(2) / 2 when one of them is 0.
 *
 * @example
 * surprise(0.1, 1) // 0.213
 */
export function surprise(expected: number, actual: number): number {
  return Math.max(0, (divergence(expected, actual) + divergence(actual, expected)) / 2)
}

function divergence(p: number, q: number): number {
  return p === 0 ? 0 : p * Math.log((2 * p) / (p + q))
}

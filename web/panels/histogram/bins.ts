/** How many values are from `from` on and below `to`; the last bin has its end as well. */
export type Bin = { from: number; to: number; count: number }

const mostBins = 60
const factors = [1, 2, 5, 10] as const

/**
 * Values in bins of equal width after Freedman and Diaconis (1981), 2·IQR·n^(-1/3), rounded to 1, 2 or 5 times a power of ten
 * so that the edges are plain numbers, and never more than 60. Without a spread between the quartiles the rule of Sturges gives
 * the width. With `isLog` the same is done to the logarithms (base 10); values that are not above zero are left out then.
 * Empty when there are no values.
 *
 * @example toBins([1, 2, 2, 3], false) // [{ from: 1, to: 2, count: 1 }, { from: 2, to: 3, count: 3 }]
 */
export function toBins(values: readonly number[], isLog: boolean): Bin[] {
  const scaled = (isLog ? values.filter((value) => value > 0).map(Math.log10) : values).toSorted((a, b) => a - b)
  const [low] = scaled
  const high = scaled.at(-1)
  if (low === undefined || high === undefined) return []
  const width = binWidth(scaled, high - low, isLog)
  const first = Math.floor(low / width + 1e-9)
  const count = Math.max(1, Math.ceil(high / width - 1e-9) - first)
  const edge = (index: number): number => {
    const at = Number(((first + index) * width).toPrecision(12))
    return isLog ? 10 ** at : at
  }
  const bins = Array.from({ length: count }, (_, i): Bin => ({ from: edge(i), to: edge(i + 1), count: 0 }))
  for (const value of scaled) {
    const bin = bins[Math.min(count - 1, Math.floor(value / width + 1e-9) - first)]
    if (bin) bin.count += 1
  }
  return bins
}

function binWidth(sorted: readonly number[], range: number, isLog: boolean): number {
  const spread = quantile(sorted, 0.75) - quantile(sorted, 0.25)
  const freedmanDiaconis = (2 * spread) / Math.cbrt(sorted.length)
  const sturges = range / (Math.log2(sorted.length) + 1)
  const wished = Math.max(freedmanDiaconis > 0 ? freedmanDiaconis : sturges, range / (mostBins - 1))
  // All values are the same: any bin around them will do.
  if (wished === 0) return isLog ? 0.1 : Math.max(1, 10 ** Math.floor(Math.log10(Math.abs(sorted[0] ?? 0) || 1)))
  const power = 10 ** Math.floor(Math.log10(wished))
  return power * (factors.find((factor) => factor * power >= wished * (1 - 1e-9)) ?? 10)
}

/** R type 7, of sorted values. */
export function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1)
  const [below, above] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0]
  return below + (place - Math.floor(place)) * (above - below)
}

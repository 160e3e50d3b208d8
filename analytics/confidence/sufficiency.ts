export interface Extent {
  /** Values that are there. */
  count: number
  missing: number
  /** How often the longest season was seen, `null` for a series without season. */
  cycles: number | null
}

/** With so many values, or cycles, half of what could be known about a series is known. */
const HALF_OF_VALUES = 10
const HALF_OF_CYCLES = 1

/**
 * How far the data allow a judgement: the share that is not missing, times count / (count + 10), times
 * cycles / (cycles + 1) for a series with a season.
 *
 * The last two are the weights that a mean of so many values gets against a prior worth ten values, or one cycle.
 *
 * Without unit, 0 to 1. Nothing known is 0. Negative numbers are a RangeError.
 *
 * @example
 * sufficiency({ count: 90, missing: 0, cycles: 12.9 }) // 0.835
 */
export function sufficiency({ count, missing, cycles }: Extent): number {
  for (const number of [count, missing, cycles ?? 0]) {
    if (!(number >= 0)) throw new RangeError(`is negative: ${number}`)
  }
  if (count === 0) return 0
  const known = count / (count + missing)
  const seasons = cycles === null ? 1 : cycles / (cycles + HALF_OF_CYCLES)
  return known * (count / (count + HALF_OF_VALUES)) * seasons
}

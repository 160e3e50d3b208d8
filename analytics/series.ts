/** Numbers in the order of time. NaN is a value that is missing. */
export type Values = Float64Array | readonly number[]

/** Moments in milliseconds since 1970, and what was measured at each. A NaN value is missing. */
export interface Series {
  time: Float64Array
  value: Float64Array
}

/** A series with a value, or NaN, for every bucket from its first to its last. */
export interface RegularSeries extends Series {
  /** Whether the last bucket had not ended when it was measured: its value is still going to change. */
  partial: boolean
}

export interface Buckets {
  /** Length of a bucket in milliseconds; the average length for calendar months and other buckets of unequal length. */
  length: number
  /** The moment until which everything that happened is in the points, in milliseconds since 1970, exclusive. */
  until: number
  /** What a bucket without a point holds: `zero` for counts and sums, `missing` for ratios, means and percentiles. */
  empty: 'zero' | 'missing'
}

/**
 * Points of buckets, sorted and made complete: one entry for every bucket from that of the first point to that of the
 * last moment before `until`.
 *
 * A point belongs to the bucket number `round((time - first time) / length)`, which also counts days across a change of
 * clocks, and months, by their average length. Points keep their own time; buckets between them get the time at which they
 * would begin if all were equally long. A point that is NaN stays missing: what is known to be unknown is not a zero.
 *
 * Returns `null` when there are no points before `until`. A length that is not positive, and two points in one bucket, are
 * a RangeError.
 *
 * @example
 * regularise({ time: Float64Array.of(3000, 0), value: Float64Array.of(5, 4) }, { length: 1000, until: 3500, empty: 'zero' })
 * // { time: [0, 1000, 2000, 3000], value: [4, 0, 0, 5], partial: true }
 */
export function regularise({ time, value }: Series, { length, until, empty }: Buckets): RegularSeries | null {
  if (!(length > 0)) throw new RangeError(`length of a bucket is not positive: ${length}`)
  const start = time.reduce((earliest, moment) => Math.min(earliest, moment), Infinity)
  if (!(start < until)) return null

  const last = time.reduce((latest, moment) => (moment < until ? Math.max(latest, moment) : latest), start)
  // The last point may begin later than its number times the average length says.
  const size = Math.max(Math.ceil((until - start) / length), Math.round((last - start) / length) + 1)
  const complete = {
    time: Float64Array.from({ length: size }, (_, i) => start + i * length),
    value: new Float64Array(size).fill(empty === 'zero' ? 0 : NaN),
  }
  const taken = new Uint8Array(size)
  for (const [i, moment] of time.entries()) {
    if (moment >= until) continue
    const bucket = Math.round((moment - start) / length)
    if (taken[bucket]) throw new RangeError(`two points in the bucket of ${moment}`)
    taken[bucket] = 1
    complete.time[bucket] = moment
    complete.value[bucket] = value[i]!
  }
  return { ...complete, partial: complete.time[size - 1]! + length > until }
}

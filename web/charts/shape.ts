import type { ChartData, ChartSeries } from './chart.ts'

/** One bucket of time with the value of every series in it, in the order of the series. Moments are milliseconds since 1970. */
export type Bucket = {
  from: number
  to: number
  complete: boolean
  values: readonly (number | null)[]
  /** It comes after the series: only a forecast reaches it. */
  ahead: boolean
}

const known = new WeakMap<ChartData, readonly Bucket[]>()

/**
 * The series side by side: one entry per bucket that any of them has, oldest first. A series without a point in a bucket
 * has null there. A bucket is complete when every series says so. Buckets that only a line or a band reaches come after them.
 * Picture, pointer, table and words all need them, so they are kept as long as the data are.
 */
export function toBuckets(data: ChartData): readonly Bucket[] {
  const buckets = known.get(data) ?? makeBuckets(data)
  known.set(data, buckets)
  return buckets
}

function makeBuckets(data: ChartData): Bucket[] {
  const bySeries = data.series.map((series) => new Map(series.points.map((point) => [Date.parse(point.at), point])))
  const times = [...new Set(bySeries.flatMap((points) => [...points.keys()]))].sort((a, b) => a - b)
  const end = Date.parse(data.to)
  const buckets = times.map((from, i) => {
    const points = bySeries.map((byTime) => byTime.get(from))
    return {
      from,
      to: times[i + 1] ?? Math.max(end, from + 1),
      complete: points.every((point) => point?.complete !== false),
      values: points.map((point) => point?.value ?? null),
      ahead: false,
    }
  })
  return [...buckets, ...bucketsAhead(data, buckets)]
}

function bucketsAhead({ series, overlays }: ChartData, buckets: readonly Bucket[]): Bucket[] {
  const last = buckets.at(-1)
  if (!last) return []
  const computed = [...(overlays?.lines ?? []), ...(overlays?.bands ?? [])]
  const moments = computed.flatMap(({ points }) => points.map(({ at }) => Date.parse(at)))
  const starts = [...new Set(moments)].filter((at) => at > last.from)
  const times = [last.from, ...starts.sort((a, b) => a - b)]
  return times.slice(1).map((from, i) => ({
    from,
    to: times[i + 2] ?? from + (from - (times[i] ?? from)),
    complete: true,
    values: series.map(() => null),
    ahead: true,
  }))
}

/** The sum of what is known in a bucket, or null when nothing is. */
export function bucketTotal(bucket: Bucket): number | null {
  const known = bucket.values.filter((value) => value !== null)
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0)
}

/** The buckets with each value as its share of the sum of its bucket, 0..1; null where the sum is 0. */
export function toShares(buckets: readonly Bucket[]): Bucket[] {
  return buckets.map((bucket) => {
    const total = bucketTotal(bucket)
    return { ...bucket, values: bucket.values.map((value) => (value === null || !total ? null : value / total)) }
  })
}

/** How high and how deep a stack reaches in a bucket: values below zero hang down from it. */
export function stackEnds({ values }: Bucket): { high: number; low: number } {
  const sum = (sign: 1 | -1): number =>
    values.reduce<number>((end, value) => end + sign * Math.max(0, sign * (value ?? 0)), 0)
  return { high: sum(1), low: sum(-1) }
}

/** Which series a stack shows at a height, counted from below as it is drawn, or null above the stack. */
export function segmentAt(bucket: Bucket, value: number): number | null {
  let top = 0
  for (const [index, part] of bucket.values.entries()) {
    if (part === null || part <= 0) continue
    top += part
    if (value >= 0 && value <= top) return index
  }
  return null
}

/** The bucket that begins at a moment, or -1. */
export const indexOfMoment = (buckets: readonly Bucket[], at: number | null): number =>
  at === null ? -1 : buckets.findIndex((bucket) => bucket.from === at)

/** True when no series has any value: there is nothing to draw. */
export const isEmpty = (series: readonly ChartSeries[]): boolean =>
  series.every(({ points }) => points.every(({ value }) => value === null))

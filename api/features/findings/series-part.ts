import { type IsoTime, isoTimes } from '../../lib/iso-time.ts'
import { type AnsweredSeries, bucketEdges, type Granularity } from '../metrics/index.ts'

/** More take too long, and a chart has no place for them. */
const MOST_POINTS = 10_000

/** What of a series is analysed: its complete buckets. One that the range or the present cuts is no evidence. */
export interface SeriesPart {
  /** NaN where a bucket has no value. */
  values: Float64Array
  every: Granularity
  timezone: string
  /** Where the bucket of an index begins; the one after the last is where the part ends. */
  startOf(index: number): IsoTime
  /** Where the next buckets begin, which the series does not have: as many as are asked for. */
  after(count: number): IsoTime[]
}

type Asked = Pick<AnsweredSeries, 'points' | 'query' | 'timezone'>

/** Each finding of a series asks for its part, with hundreds of series at once. */
const parts = new WeakMap<Asked, SeriesPart | string>()

/** The part of a series, or, in a sentence, why there is none. */
export function partOf(series: Asked): SeriesPart | string {
  const part = parts.get(series) ?? makePart(series)
  parts.set(series, part)
  return part
}

function makePart({ points, query, timezone }: Asked): SeriesPart | string {
  const { every } = query
  if (!every) return 'There is nothing to analyse in a single value: ask for a series over time, with "every".'
  const first = points.findIndex(({ complete }) => complete)
  if (first === -1) return 'No bucket of the series is complete yet: ask for a longer range, or shorter buckets.'
  const part = points.slice(first, points.findLastIndex(({ complete }) => complete) + 1)
  if (part.length > MOST_POINTS) {
    return `The series has ${part.length.toLocaleString('en')} points, and at most 10,000 are analysed: choose longer buckets or a shorter range.`
  }
  return {
    values: Float64Array.from(part, ({ value }) => value ?? NaN),
    every,
    timezone,
    startOf: (index) =>
      part[index]?.at ?? points[first + index]?.at ?? nextStarts(part.at(-1)!.at, { every, timezone }, 1)[0]!,
    after: (count) => nextStarts(part.at(-1)!.at, { every, timezone }, count),
  }
}

function nextStarts(
  last: IsoTime,
  { every, timezone }: Pick<SeriesPart, 'every' | 'timezone'>,
  count: number,
): IsoTime[] {
  const from = Date.parse(last)
  const edges = bucketEdges({ from, to: Infinity }, { every, zone: timezone }, count)
  return isoTimes(edges.slice(1, count + 1))
}

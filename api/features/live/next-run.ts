import { resolveRange } from '../../schema/time-range.ts'
import { bucketEdges, countsPerHour, type Granularity, type MetricQuery } from '../metrics/index.ts'

/** How often an answer that changes with the clock is counted again. */
const CLOCK_INTERVAL_MS = 30_000

/**
 * When time alone changes the answer to a question: where the next bucket or calendar period begins, and every half a minute
 * where each moment does. In milliseconds since 1970; null: only data can change it.
 */
export function nextRun(query: MetricQuery, now: Date): number | null {
  const zone = query.timezone ?? 'UTC'
  const { last, previous, current, to: fixedEnd } = query.range
  const { from, to } = resolveRange(query.range, now, zone)
  const at = now.getTime()
  if (previous) return edgeAfter(at, previous, zone)
  if (to < now) return null
  if (!query.every || countsPerHour(query)) return at + CLOCK_INTERVAL_MS
  const edges = [edgeAfter(at, query.every, zone)]
  if (current) edges.push(edgeAfter(at, current, zone))
  // The oldest bucket leaves when the beginning of the range does, which need not be when a new one begins.
  if (last && !fixedEnd) edges.push(at + edgeAfter(from.getTime(), query.every, zone) - from.getTime())
  return Math.min(...edges)
}

function edgeAfter(at: number, every: Granularity, zone: string): number {
  return bucketEdges({ from: at, to: at + 1 }, { every, zone }, 1).at(-1)!
}

/**
 * Whether rows that changed between two moments can change an answer that covers these.
 *
 * @param isOpen whether the range goes on with the clock: what is newer than the answer belongs to the next one
 */
export function touches(change: Span, covered: Covered, isOpen: boolean): boolean {
  const { from, to, comparedFrom, comparedTo } = covered
  if (change.to >= from && (isOpen || change.from < to)) return true
  return comparedFrom !== null && comparedTo !== null && change.to >= comparedFrom && change.from < comparedTo
}

/** Both ends inclusive. */
interface Span {
  from: Date
  to: Date
}

interface Covered {
  from: Date
  to: Date
  comparedFrom: Date | null
  comparedTo: Date | null
}

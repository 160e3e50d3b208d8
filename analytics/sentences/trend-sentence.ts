import { formatValue } from './format-value.ts'
import { about, type Calendar, type Subject } from './subject.ts'

/** What is told of a trend: from the first to the last of `count` buckets. */
export interface ToldTrend {
  direction: 'UP' | 'DOWN' | 'NONE'
  from: number
  to: number
  /** For each bucket. */
  slopePerPoint: number
  count: number
}

/**
 * A trend in one sentence. Values are in the unit of the subject; those that are not finite are a RangeError.
 *
 * @example
 * trendSentence(duration, trend, calendar)
 * // 'Duration rose by about 3 s a day from 12 November 2026 to 22 November 2026: 30 s in all.'
 */
export function trendSentence(subject: Subject, trend: ToldTrend, calendar: Calendar): string {
  const { direction, from, to, slopePerPoint, count } = trend
  const when = `from ${calendar.name(from)} to ${calendar.name(to)}`
  if (direction === 'NONE') return `${about(subject)} neither rose nor fell clearly ${when}.`
  const verb = direction === 'UP' ? 'rose' : 'fell'
  const each = formatValue(Math.abs(slopePerPoint), subject)
  const total = formatValue(Math.abs(slopePerPoint * (count - 1)), subject)
  return `${about(subject)} ${verb} by about ${each} a ${calendar.bucket} ${when}: ${total} in all.`
}

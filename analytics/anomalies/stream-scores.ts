import type { Values } from '../series.ts'
import { type Range, streamDetector } from './stream-detector.ts'

/**
 * Scores of all values of a series, each from those before it only: `streamDetector` run over them.
 *
 * Units: scores from 0 to 1, one for each value; 0 where a value is missing. No values, no scores: an empty array.
 *
 * @example
 * streamScores(latencies) // Float64Array [0, 0, ..., 0.98, 0, ...]
 */
export function streamScores(values: Values, range?: Range): Float64Array {
  const detector = streamDetector(range)
  return Float64Array.from(values, (value) => detector.next(value))
}

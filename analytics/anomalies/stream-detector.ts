import { contextNovelty } from './context-novelty.ts'

export interface Range {
  min: number
  max: number
}

export interface StreamDetector {
  /** The anomaly score of the next value, from 0 to 1. A missing value, NaN, scores 0 and is not learnt. */
  next(value: number): number
}

const HIGHEST_LEVEL = 7
/** Without a known range, the first points only show where the values lie. */
const WARM_UP = 50
/** When the range grew by this share, what was learnt under the old one is of little use. */
const RANGE_GROWTH = 0.05
/** So many points are learnt again after that. */
const HISTORY = 2000
/** A score of at least this is a detection. It mutes the scores that follow for a while. */
export const DETECTION = 0.75
/** For this share of the points seen so far, and at most so many points. */
const MUTED_SHARE = 0.03
const LONGEST_MUTED = 150

/**
 * Scores values one by one as they arrive, each from those before it only: how new is this value after the last ones, by
 * `contextNovelty` of its level, which is its place in the range as one of eight equal steps.
 *
 * The range may be known beforehand; else it is that of all values so far, and when it grows, recent values are learnt
 * again at their new levels. After a detection, a score of 0.75, scores are 0 for a while: one event, one detection.
 *
 * Reference: see `contextNovelty`; range, steps and muting as in the NAB entry of Smirnov (2016).
 *
 * Units: scores from 0 to 1. Without a range the first 50 scores are 0. A range that is not finite, or ends before it
 * begins, is a RangeError.
 *
 * @example
 * const detector = streamDetector({ min: 0, max: 100 })
 * detector.next(12) // 0.5
 */
export function streamDetector(range?: Range): StreamDetector {
  if (range && !(Number.isFinite(range.max - range.min) && range.min <= range.max)) {
    throw new RangeError(`not a range: ${range.min} to ${range.max}`)
  }
  const novelty = range ? noveltyIn(range) : noveltyInRangeSoFar()
  let seen = 0
  let lastDetection = -Infinity

  return {
    next(value) {
      if (!Number.isFinite(value)) return 0
      const score = novelty(value)
      const muted = Math.floor(Math.min(LONGEST_MUTED, MUTED_SHARE * seen))
      const isMuted = seen - lastDetection <= muted
      if (score >= DETECTION) lastDetection = seen
      seen++
      return isMuted ? 0 : score
    },
  }
}

function levelIn(value: number, { min, max }: Range): number {
  const level = Math.floor(((value - min) * HIGHEST_LEVEL) / (max - min || HIGHEST_LEVEL))
  return Math.max(0, Math.min(HIGHEST_LEVEL, level))
}

function noveltyIn(range: Range): (value: number) => number {
  const novelty = contextNovelty()
  return (value) => novelty(levelIn(value, range))
}

function noveltyInRangeSoFar(): (value: number) => number {
  const recent: number[] = []
  let range = { min: Infinity, max: -Infinity }
  let learntIn = range
  let novelty = contextNovelty()
  let seen = 0

  return (value) => {
    range = { min: Math.min(range.min, value), max: Math.max(range.max, value) }
    let score = 0
    if (seen >= WARM_UP) {
      const growth = range.max - range.min - (learntIn.max - learntIn.min)
      if (seen === WARM_UP || growth > RANGE_GROWTH * (learntIn.max - learntIn.min)) {
        novelty = contextNovelty()
        for (const earlier of recent) novelty(levelIn(earlier, range))
        learntIn = range
      }
      score = novelty(levelIn(value, range))
    }
    seen++
    recent.push(value)
    if (recent.length > HISTORY) recent.shift()
    return score
  }
}

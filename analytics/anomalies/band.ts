import { median } from 'simple-statistics'

import type { Values } from '../series.ts'
import { present } from '../stats/present.ts'
import { robustScale } from '../stats/robust-scale.ts'
import { levelShifts } from './level-shifts.ts'
import { localLevels } from './local-levels.ts'
import { phaseSpreads } from './phase-spreads.ts'
import { type StableScale, stableScale } from './stable-scale.ts'

export interface BandOptions {
  /**
   * The sum of the seasons of a decomposition. Its trend does not belong here: it follows a few values closely, and a shift
   * is blurred in it.
   */
  seasonal: Values
  /** Periods in points with which values may scatter more and less, whether or not there is a season: see `phaseSpreads`. */
  periods: readonly number[]
  /** 1 unless given; 2 makes the band half as wide. */
  sensitivity?: number
}

/** What is usual at each point, in the unit of the values. */
export interface Band {
  expected: Float64Array
  lower: Float64Array
  upper: Float64Array
  /** How far each value is from the expected one, in robust standard deviations; 0 where it is missing. */
  deviations: Float64Array
  /** First points of new levels; the band follows them there. */
  shifts: number[]
  /** How many points around each one decide its level, on either side. */
  reach: number
  /** What would be usual at a point if it had the level of another one. */
  atLevelOf(other: number, point: number): Usual
}

export interface Usual {
  expected: number
  lower: number
  upper: number
  /** In robust standard deviations; 0 where the value is missing. */
  deviation: number
}

/** The band is this many robust standard deviations wide on either side. */
const HALF_WIDTH = 4
const FEWEST_POINTS = 24
const REACH_SHARE = 1 / 6
const [SHORTEST_REACH, LONGEST_REACH] = [12, 24]
/** Deviations to one side are compared with what a normal distribution exceeds with this chance. */
const TAIL = 0.2
const TAIL_OF_NORMAL = 0.8416
/** So many runs of values, or this share of the values, may all be unusual. */
const [FEW_RUNS, FEW_RUNS_SHARE] = [3, 0.01]
/** Deviations below this share of the values are rounding. */
const RESOLUTION = 1e-9

/**
 * The value that is usual at each point of a series, and the band in which values usually lie: season plus local level,
 * and four robust standard deviations to either side.
 *
 * The level is the median of the points around, up to a sixth of the series or 24 points, and starts anew where it
 * shifted for good (`levelShifts`). The spread up and down is the larger of 1.4826 MAD and the 80th percentile of
 * deviations to that side / 0.8416; where values are often beyond the band, it is what they usually are then. It is wider
 * where phases of a period scatter more (`phaseSpreads`). Counts are taken on a scale of square roots and durations on one
 * of logarithms (`stableScale`), which makes their band wider above.
 *
 * Reference: Iglewicz and Hoaglin, How to Detect and Handle Outliers, ASQC 1993.
 *
 * In the unit of the values, one entry for each, also where one is missing. Returns `null` when fewer than 24 values are
 * there. A sensitivity that is not positive, and seasons of another length or not finite are a RangeError.
 *
 * @example
 * band(dailyRuns, { seasonal, periods: [7] }) // { expected: [102, …], lower: [70, …], upper: [140, …], … }
 */
export function band(values: Values, { seasonal, periods, sensitivity = 1 }: BandOptions): Band | null {
  if (!(sensitivity > 0)) throw new RangeError(`sensitivity is not positive: ${sensitivity}`)
  if (seasonal.length !== values.length) {
    throw new RangeError(`seasons have ${seasonal.length} values where there are ${values.length}`)
  }
  const unknown = Array.from(seasonal).find((height) => !Number.isFinite(height))
  if (unknown !== undefined) throw new RangeError(`a season is not a number: ${unknown}`)
  const known = present(values)
  if (known.length < FEWEST_POINTS) return null

  const cycle = aroundMedian(values, seasonal)
  const withoutSeason = ({ to }: StableScale) => {
    const scaled = Float64Array.from(values, (value) => (Number.isFinite(value) ? to(value) : NaN))
    const season = cycle.map(to)
    return { scaled, season, rest: scaled.map((value, i) => value - season[i]!) }
  }
  const scale = stableScale([...known, ...cycle], (candidate) => aroundLevel(present(withoutSeason(candidate).rest)))
  const { scaled, season, rest } = withoutSeason(scale)
  const floor = resolution(known, scale)
  const { points, levels, shifts, reach } = followLevel(rest, floor)
  const levelOf = carriedOn(points, levels, values.length)
  const distances = scaled.map((value, i) => value - season[i]! - levelOf[i]!)
  const factors = phaseSpreads(distances, periods)
  // Phases that hardly scatter say nothing about others, and are judged like them.
  const { up, down } = spreads(
    distances.map((distance, i) => (factors[i]! < 1 ? NaN : distance / factors[i]!)),
    floor,
  )
  const widths = factors.map((factor) => Math.max(1, factor))

  const atLevelOf = (other: number, point: number): Usual => {
    const centre = season[point]! + levelOf[other]!
    const distance = (scaled[point]! - centre) / widths[point]!
    const halfWidth = (HALF_WIDTH / sensitivity) * widths[point]!
    return {
      expected: scale.from(centre),
      lower: scale.from(centre - halfWidth * down),
      upper: scale.from(centre + halfWidth * up),
      deviation: Number.isNaN(distance) ? 0 : distance / (distance > 0 ? up : down),
    }
  }
  const usual = Array.from(values, (_, i) => atLevelOf(i, i))
  return {
    expected: Float64Array.from(usual, ({ expected }) => expected),
    lower: Float64Array.from(usual, ({ lower }) => lower),
    upper: Float64Array.from(usual, ({ upper }) => upper),
    deviations: Float64Array.from(usual, ({ deviation }) => deviation),
    shifts: shifts.map((shift) => points[shift]!),
    reach,
    atLevelOf,
  }
}

/** Seasons at the level of the values: only so they have roots and logarithms. */
function aroundMedian(values: Values, seasonal: Values): Float64Array {
  const level = median(present(Float64Array.from(values, (value, i) => value - seasonal[i]!)))
  return Float64Array.from(seasonal, (height) => level + height)
}

function aroundLevel(values: readonly number[]): number[] {
  const levels = localLevels(Float64Array.from(values), SHORTEST_REACH, [])
  return values.map((value, i) => value - levels[i]!)
}

function followLevel(values: Float64Array, floor: number) {
  const points = [...values.keys()].filter((i) => Number.isFinite(values[i]))
  const known = Float64Array.from(points, (i) => values[i]!)
  const reach = Math.max(SHORTEST_REACH, Math.min(LONGEST_REACH, Math.round(REACH_SHARE * known.length)))
  const shifts = levelShifts(known, reach, floor)
  return { points, shifts, reach, levels: localLevels(known, reach, shifts) }
}

/** Levels of the points that are there, for all points: that of the last one before, or of the first. */
function carriedOn(points: readonly number[], levels: Float64Array, length: number): Float64Array {
  const all = new Float64Array(length)
  let next = 0
  for (let i = 0; i < length; i++) {
    if (points[next + 1] === i) next++
    all[i] = levels[next]!
  }
  return all
}

function spreads(distances: Float64Array, floor: number): { up: number; down: number } {
  const known = present(distances)
  const sorted = known.toSorted((a, b) => a - b)
  const middle = median(known)
  const ofMost = robustScale(known, floor)!
  const typical = Math.max(ofMost, usualExcursion(known, ofMost), Number.MIN_VALUE)
  const share = Math.floor(TAIL * sorted.length)
  return {
    up: Math.max(typical, (sorted.at(-1 - share)! - middle) / TAIL_OF_NORMAL),
    down: Math.max(typical, (middle - sorted[share]!) / TAIL_OF_NORMAL),
  }
}

/**
 * How far out values usually go that are beyond the band of a spread, once in a while: days with a failure are no events
 * where one day in ten has one. The median over the runs of such values, each with its farthest; 0 where runs are so few
 * that all of them may be events.
 */
function usualExcursion(distances: readonly number[], spread: number): number {
  const peaks: number[] = []
  let isWithin = true
  for (const distance of distances.map(Math.abs)) {
    const wasWithin = isWithin
    isWithin = distance <= HALF_WIDTH * spread
    if (isWithin) continue
    if (wasWithin) peaks.push(distance)
    else peaks.push(Math.max(distance, peaks.pop()!))
  }
  return peaks.length > Math.max(FEW_RUNS, FEW_RUNS_SHARE * distances.length) ? median(peaks) : 0
}

/** The smallest spread that can be told: rounding, and for counts one of them. */
function resolution(values: readonly number[], scale: StableScale): number {
  const middle = Math.round(median(values))
  const isCount = values.every((value) => Number.isInteger(value) && value >= 0)
  const rounding = RESOLUTION * Math.max(...values.map((value) => Math.abs(scale.to(value))))
  return isCount ? Math.max(rounding, scale.to(middle + 1) - scale.to(middle)) : rounding
}

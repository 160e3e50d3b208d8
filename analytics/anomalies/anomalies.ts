import type { Values } from '../series.ts'
import { normalTail } from '../stats/normal-tail.ts'
import { type Band, band, type BandOptions, type Usual } from './band.ts'

export interface Anomaly {
  /** First and last point of the event; of a level shift, the points that confirm it. */
  start: number
  end: number
  /** The point farthest from what was expected, to which the other fields belong. */
  peak: number
  actual: number
  expected: number
  lower: number
  upper: number
  direction: 'ABOVE' | 'BELOW'
  /** How far the peak is from the expected value, in robust standard deviations. */
  score: number
  /** Chance of one value at least that far, if deviations were normal. */
  pValue: number
  method: 'ROBUST_DEVIATION' | 'LEVEL_SHIFT'
  /** First and last point that the expected value comes from, beside the season. */
  baselineStart: number
  baselineEnd: number
}

/** A deviation that is a smaller share of the expected value is not worth a finding. */
const SMALLEST_SHARE = 0.02
/** One point alone must be this many standard deviations away, */
const ALONE = 4
/** or two of three this many, */
const TOGETHER = 3
/** or four of five this many: an event may be slight and last. It goes on while points are as far away, */
const EDGE = 2
/** and at least this share of its first unusual point: what is hardly away is no part of a large event. */
const EDGE_SHARE = 0.1
/** No more than so many points between them are nearer. */
const LONGEST_LULL = 1
/** Points that make up an event together, or with such a lull between them, are at most this many times as far away as each other. */
const COMPARABLE = 5
/** More events than this, or this share of the points, are not unusual any more: the weakest are left out. */
const MOST_EVENTS = 3
const MOST_EVENTS_SHARE = 0.01

/**
 * Events in a series: values that are unusual for their season and level, one finding for each event.
 *
 * A point is unusual when it is 4 robust standard deviations from what is expected (`band`), or one of two in three
 * that are 3 away to the same side, or of four in five that are 2 away. The event is the run of points around it that are 2
 * away, and a tenth as far as it is. Where the level has shifted for good there is one finding, and later points are judged
 * by the new level. `sensitivity` divides these limits. What is as far away as more than three events, or one in a hundred
 * points, is usual and left out.
 *
 * Reference: Iglewicz and Hoaglin, How to Detect and Handle Outliers, ASQC 1993; Western Electric, Statistical Quality
 * Control Handbook, 1956, for two of three and four of five.
 *
 * Positions are indexes of `values`, other fields in their unit. Missing values, NaN, are no events. In the order of
 * time. Returns `null` when there are too few values for a `band`; RangeErrors are those of `band`.
 *
 * @example
 * anomalies(dailyRuns, { seasonal, periods: [7] }) // [{ start: 41, end: 42, peak: 41, actual: 3, expected: 102, … }]
 */
export function anomalies(values: Values, options: BandOptions): Anomaly[] | null {
  const { sensitivity = 1 } = options
  const usual = band(values, options)
  if (!usual) return null

  const events = eventsOf(usual.deviations.map((deviation) => deviation * sensitivity))
    .filter(({ start }) => !usual.shifts.some((shift) => Math.abs(shift - start) <= usual.reach / 4))
    .map((event) => eventFinding(values, usual, event))
  const shifts = usual.shifts.map((shift) => shiftFinding(values, usual, shift))
  return withoutUsual(events, values.length)
    .concat(shifts)
    .filter(isWorthIt)
    .sort((a, b) => a.start - b.start)
}

interface Run {
  start: number
  end: number
  /** 1 above what is expected, -1 below. */
  sign: 1 | -1
}

function eventsOf(deviations: Float64Array): Run[] {
  const events: Run[] = []
  for (const sign of [1, -1] as const) {
    const towards = deviations.map((deviation) => sign * deviation)
    let last = -1
    for (let i = 0; i < towards.length; i++) {
      if (i <= last || !isUnusual(towards, i)) continue
      const event = { start: grow(towards, i, -1), end: grow(towards, i, 1), sign }
      last = event.end
      events.push(event)
    }
  }
  return events
}

function isUnusual(towards: Float64Array, i: number): boolean {
  const areAway = (many: number, next: number, limit: number) =>
    towards[i]! >= limit &&
    towards.slice(i, i + next).filter((one) => one >= limit && areComparable(one, towards[i]!)).length >= many
  return areAway(1, 1, ALONE) || areAway(2, 3, TOGETHER) || areAway(4, 5, EDGE)
}

function grow(towards: Float64Array, from: number, step: 1 | -1): number {
  const limit = Math.max(EDGE, EDGE_SHARE * towards[from]!)
  let edge = from
  for (let i = from + step; Math.abs(i - edge) <= LONGEST_LULL + 1; i += step) {
    const isNext = Math.abs(i - edge) === 1
    if (towards[i]! >= limit && (isNext || areComparable(towards[i]!, towards[edge]!))) edge = i
  }
  return edge
}

const areComparable = (a: number, b: number): boolean => Math.max(a, b) <= COMPARABLE * Math.min(a, b)

function eventFinding(values: Values, usual: Band, { start, end, sign }: Run): Anomaly {
  const peak = highest(start, end, (i) => sign * usual.deviations[i]!)
  const levelStart = usual.shifts.findLast((shift) => shift <= peak) ?? 0
  const levelEnd = (usual.shifts.find((shift) => shift > peak) ?? values.length) - 1
  return {
    ...evidence(values[peak]!, usual.atLevelOf(peak, peak)),
    start,
    end,
    peak,
    method: 'ROBUST_DEVIATION',
    baselineStart: Math.max(levelStart, peak - usual.reach),
    baselineEnd: Math.min(levelEnd, peak + usual.reach),
  }
}

function shiftFinding(values: Values, usual: Band, start: number): Anomaly {
  const before = start - 1
  const end = Math.min(values.length, start + usual.reach) - 1
  const peak = highest(start, end, (i) => Math.abs(usual.atLevelOf(before, i).deviation))
  return {
    ...evidence(values[peak]!, usual.atLevelOf(before, peak)),
    start,
    end,
    peak,
    method: 'LEVEL_SHIFT',
    baselineStart: Math.max(usual.shifts.findLast((shift) => shift < start) ?? 0, before - usual.reach),
    baselineEnd: before,
  }
}

function evidence(actual: number, { expected, lower, upper, deviation }: Usual) {
  return {
    actual,
    expected,
    lower,
    upper,
    direction: deviation > 0 ? ('ABOVE' as const) : ('BELOW' as const),
    score: Math.abs(deviation),
    pValue: normalTail(deviation),
  }
}

function highest(start: number, end: number, height: (i: number) => number): number {
  let peak = start
  for (let i = start; i <= end; i++) if (height(i) > height(peak)) peak = i
  return peak
}

function withoutUsual(events: readonly Anomaly[], points: number): Anomaly[] {
  const most = Math.max(MOST_EVENTS, Math.floor(MOST_EVENTS_SHARE * points))
  const usualScore = events.map(({ score }) => score).sort((a, b) => b - a)[most] ?? 0
  return events.filter(({ score }) => score > usualScore)
}

function isWorthIt({ actual, expected }: Anomaly): boolean {
  return Math.abs(actual - expected) >= SMALLEST_SHARE * Math.abs(expected)
}

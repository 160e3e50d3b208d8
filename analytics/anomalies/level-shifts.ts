import { median, quantile } from 'simple-statistics'

import { robustScale } from '../stats/robust-scale.ts'
import { varianceInflation } from '../stats/variance-inflation.ts'

/** A difference of medians is a shift when it is this many times its standard deviation. */
const SHIFT = 4
/** And so many standard deviations of the values: what is less may be a slow wave. */
const SMALLEST_STEP = 1.5
/** The share of points that make out a level. */
const MOST = 0.75
/** What so few steps are below is what the trend adds to all of them. */
const STEPS_WITHIN_TREND = 0.1
/** Farther values count as this far, in standard deviations, when it is measured how noise remembers itself. */
const FARTHEST = 3

/**
 * Where a series moves to another level and stays there for at least `confirmation` points.
 *
 * At each place the median of so many points after it is compared with that of as many before. The difference has the
 * standard deviation s sqrt(pi / m (1 + r) / (1 - r)) for m points, noise of standard deviation s (robust, at least `floor`)
 * and the correlation r of neighbours, both from all runs of m points but the one that moves most; more than 4 times that, beyond what a trend adds everywhere, is a shift. Of a run of places the one with the largest
 * difference counts, moved to where it splits the points around it best in absolute deviations.
 *
 * In the order of time: the first point of each new level. No places in series shorter than two confirmations.
 *
 * @example
 * levelShifts([...Array(20).fill(1), ...Array(20).fill(5)], 12) // [20]
 */
export function levelShifts(values: ArrayLike<number>, confirmation: number, floor = 0): number[] {
  const all = Array.from(values)
  const places = all.length - 2 * confirmation + 1
  if (places < 1) return []
  const medians = Array.from({ length: all.length - confirmation + 1 }, (_, start) =>
    median(all.slice(start, start + confirmation)),
  )
  const steps = Array.from({ length: places }, (_, i) => medians[i + confirmation]! - medians[i]!)
  const trend = Math.sign(median(steps)) * quantile(steps.map(Math.abs), STEPS_WITHIN_TREND)
  const limit = smallestShift(all, medians, confirmation, floor)
  const sizes = steps.map((step) => Math.abs(step - trend))

  const shifts: number[] = []
  for (let i = 0; i < places; i++) {
    if (!(sizes[i]! > limit)) continue
    if (sizes[i]! < Math.max(...sizes.slice(Math.max(0, i - confirmation), i + confirmation))) continue
    const shift = bestSplit(all, i + confirmation, confirmation)
    if (shift - (shifts.at(-1) ?? 0) >= confirmation && isLasting(all, shift, confirmation)) shifts.push(shift)
  }
  return shifts
}

function smallestShift(
  values: readonly number[],
  medians: readonly number[],
  confirmation: number,
  floor: number,
): number {
  const runs = Array.from({ length: Math.floor(values.length / confirmation) }, (_, run) => {
    const start = run * confirmation
    return values.slice(start, start + confirmation).map((value) => value - medians[start]!)
  })
  const quiet = runs.toSorted((a, b) => sumOfSquares(a) - sumOfSquares(b)).slice(0, Math.max(1, runs.length - 1))
  const noise = robustScale(quiet.flat(), floor)!
  const clipped = quiet.map((run) => run.map((far) => Math.max(-FARTHEST * noise, Math.min(FARTHEST * noise, far))))
  const deviation = noise * Math.sqrt((Math.PI / confirmation) * varianceInflation(clipped, 1))
  return Math.max(SHIFT * deviation, SMALLEST_STEP * noise)
}

function bestSplit(values: readonly number[], place: number, confirmation: number): number {
  const start = place - confirmation
  const around = values.slice(start, place + confirmation)
  const before = median(around.slice(0, confirmation))
  const after = median(around.slice(confirmation))
  let gain = 0
  let largest = 0
  let best = 0
  for (const [i, value] of around.entries()) {
    gain += Math.abs(value - after) - Math.abs(value - before)
    if (gain <= largest) continue
    largest = gain
    best = i + 1
  }
  return start + best
}

/** Whether most points on either side are nearer to their own level: an incident moves a median, but not most points. */
function isLasting(values: readonly number[], shift: number, confirmation: number): boolean {
  if (shift + confirmation > values.length) return false
  const before = values.slice(shift - confirmation, shift)
  const after = values.slice(shift, shift + confirmation)
  const [low, high] = [median(before), median(after)]
  const isNearer = (level: number, other: number) => (value: number) =>
    Math.abs(value - level) < Math.abs(value - other)
  const most = MOST * confirmation
  return before.filter(isNearer(low, high)).length >= most && after.filter(isNearer(high, low)).length >= most
}

const sumOfSquares = (values: readonly number[]): number => values.reduce((sum, value) => sum + value ** 2, 0)

import type { Unit } from './chart.ts'

/** A value axis from `bottom` (0, or below it for negative values) to `top` with a line every `step`; at most five ticks, one of them 0. */
export type ValueAxis = { bottom: number; top: number; step: number }

const mostSteps = 4

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

/** Steps that people count time in, in milliseconds. Below a second and above a month the usual 1, 2, 5 take over. */
const durationSteps = [
  ...[1, 2, 5, 10, 15, 30].map((n) => n * second),
  ...[1, 2, 5, 10, 15, 30].map((n) => n * minute),
  ...[1, 2, 3, 6, 12].map((n) => n * hour),
  ...[1, 2, 5, 10, 20].map((n) => n * day),
]

/**
 * The axis for values up to `largest`. Counts step in whole numbers, durations in seconds, minutes and hours, shares end
 * at 100 %. When there is nothing but zero, an axis that fits the unit.
 *
 * @param smallest 0, or the lowest of the negative values
 * @example valueAxis(87, 'COUNT') // { bottom: 0, top: 100, step: 50 }
 */
export function valueAxis(largest: number, unit: Unit, smallest = 0): ValueAxis {
  if (!Number.isFinite(largest) || largest < 0) throw new RangeError(`an axis ends at 0 or above, not at ${largest}`)
  if (!Number.isFinite(smallest) || smallest > 0)
    throw new RangeError(`an axis begins at 0 or below, not at ${smallest}`)
  if (largest === 0 && smallest === 0) return emptyAxis(unit)
  // Zero is a tick: with values on both sides of it, one of the steps is lost to that.
  const length = smallest < 0 && largest > 0 ? ((largest - smallest) * mostSteps) / (mostSteps - 1) : largest - smallest
  const step = unit === 'MILLISECONDS' ? durationStep(length) : decimalStep(length, unit === 'COUNT' ? 1 : 0)
  const upTo = (end: number): number => step * Math.ceil(end / step - 1e-9)
  const [top, bottom] = [upTo(largest), smallest === 0 ? 0 : -upTo(-smallest)]
  return unit === 'RATIO' && top > 1 && largest <= 1 && bottom === 0
    ? { bottom, top: 1, step: 0.25 }
    : { bottom, top, step }
}

/** The ticks of an axis, 0 included. */
export function axisTicks({ bottom, top, step }: ValueAxis): number[] {
  const first = Math.round(bottom / step)
  return Array.from({ length: Math.round(top / step) - first + 1 }, (_, i) => (first + i) * step)
}

function emptyAxis(unit: Unit): ValueAxis {
  if (unit === 'RATIO') return { bottom: 0, top: 0.1, step: 0.05 }
  if (unit === 'MILLISECONDS') return { bottom: 0, top: minute, step: 30 * second }
  return { bottom: 0, top: 4, step: 2 }
}

function durationStep(largest: number): number {
  const from = largest / mostSteps
  if (from <= second / 2) return decimalStep(largest, 1)
  return durationSteps.find((step) => step >= from) ?? day * decimalStep(largest / day, 1)
}

function decimalStep(largest: number, least: number): number {
  const from = Math.max(least, largest / mostSteps)
  const power = 10 ** Math.floor(Math.log10(from))
  const factor = [1, 2, 5, 10].find((n) => n * power >= from * (1 - 1e-9)) ?? 10
  return factor * power
}

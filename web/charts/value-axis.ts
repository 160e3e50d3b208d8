import type { Unit } from './chart.ts'

/** A value axis from 0 to `top` with a line every `step`; at most five ticks with the zero. */
export type ValueAxis = { top: number; step: number }

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
 * @example valueAxis(87, 'COUNT') // { top: 100, step: 50 }
 */
export function valueAxis(largest: number, unit: Unit): ValueAxis {
  if (!Number.isFinite(largest) || largest < 0) throw new RangeError(`an axis ends at 0 or above, not at ${largest}`)
  if (largest === 0) return emptyAxis(unit)
  const step = unit === 'MILLISECONDS' ? durationStep(largest) : decimalStep(largest, unit === 'COUNT' ? 1 : 0)
  const top = step * Math.ceil(largest / step - 1e-9)
  return unit === 'RATIO' && top > 1 && largest <= 1 ? { top: 1, step: 0.25 } : { top, step }
}

/** The ticks of an axis, 0 included. */
export function axisTicks({ top, step }: ValueAxis): number[] {
  return Array.from({ length: Math.round(top / step) + 1 }, (_, i) => i * step)
}

function emptyAxis(unit: Unit): ValueAxis {
  if (unit === 'RATIO') return { top: 0.1, step: 0.05 }
  if (unit === 'MILLISECONDS') return { top: minute, step: 30 * second }
  return { top: 4, step: 2 }
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

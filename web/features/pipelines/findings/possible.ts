import type { Unit } from '../../../charts/index.ts'

/** A straight line or a band may leave what can be: no number of jobs is negative, and no more than all of them fail. */
export const possible = (value: number, unit: Unit): number =>
  Math.min(unit === 'RATIO' ? 1 : Number.POSITIVE_INFINITY, Math.max(0, value))

/** What has two ends, with both kept within what can be. */
export function possibleEnds<T extends { lower: number; upper: number }>(band: T, unit: Unit): T {
  return { ...band, lower: possible(band.lower, unit), upper: possible(band.upper, unit) }
}

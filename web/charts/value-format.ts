import { formatCompact, formatDuration, formatNumber, formatPercent } from '../lib/format.ts'
import type { Unit } from './chart.ts'

/** A value for an axis or a glance: short, with its unit where the unit is not a count. */
export function shortValue(value: number, unit: Unit): string {
  if (value === 0) return '0'
  if (unit === 'MILLISECONDS') return formatDuration(value)
  if (unit === 'RATIO') return formatPercent(value)
  if (unit === 'PER_HOUR') return `${formatCompact(value)}/h`
  return formatCompact(value)
}

/** A value for a tooltip or a table: as exact as a person can use. A missing one is a dash. */
export function exactValue(value: number | null, unit: Unit): string {
  if (value === null) return '–'
  if (unit === 'MILLISECONDS') return formatDuration(value)
  if (unit === 'RATIO') return formatPercent(value)
  if (unit === 'PER_HOUR') return `${formatNumber(Number(value.toPrecision(4)))}/h`
  return formatNumber(value)
}

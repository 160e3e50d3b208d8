import type { Unit } from '../../charts/chart.ts'
import { exactValue } from '../../charts/value-format.ts'
import { formatPercent } from '../../lib/format.ts'
import type { Slice } from './slices.ts'

/** A pie in words: every slice with its value and its share. */
export function pieSummary(slices: readonly Slice[], unit: Unit, title: string): string {
  if (slices.length === 0) return `${title}: no values in this range.`
  const total = slices.reduce((sum, { value }) => sum + value, 0)
  const told = slices.map(({ label, value }) => `${label} ${exactValue(value, unit)} (${formatPercent(value / total)})`)
  return `${title}: ${told.join(', ')}.`
}

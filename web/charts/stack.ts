import type { Stacking } from './chart.ts'

/** Where a value is drawn: from its foot to its end. */
export type ValueSpan = { from: number; to: number }

/**
 * Where each of the values of one place begins and ends: side by side all begin at 0, else each where the one before ends, those
 * below zero downwards. Null without a value.
 */
export function stackSpans(values: readonly (number | null)[], stacking: Stacking): (ValueSpan | null)[] {
  const total = values.reduce<number>((sum, value) => sum + (value ?? 0), 0)
  const scale = stacking === 'shares' ? (total === 0 ? 0 : 1 / total) : 1
  const ends = { high: 0, low: 0 }
  return values.map((value) => {
    if (value === null) return null
    if (stacking === 'none') return { from: 0, to: value }
    const side = value < 0 ? 'low' : 'high'
    const from = ends[side]
    ends[side] += value * scale
    return { from, to: ends[side] }
  })
}

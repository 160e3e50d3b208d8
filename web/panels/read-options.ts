import type { Threshold } from '../charts/chart.ts'

/** What is stored, as an object whose fields are looked at one by one; empty for anything else. */
export function readStored(stored: unknown): Readonly<Record<string, unknown>> {
  return typeof stored === 'object' && stored !== null ? { ...stored } : {}
}

/** One of a few words; the usual one for anything else. */
export function readChoice<Word extends string>(value: unknown, words: readonly Word[], usual: Word): Word {
  return words.find((word) => word === value) ?? usual
}

/** A finite number; null for anything else. */
export const readNumber = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null

const looks = ['good', 'warning', 'bad'] as const
const mostThresholds = 10

/** Thresholds in their order. Those that are none are left out. */
export function readThresholds(value: unknown): Threshold[] {
  if (!Array.isArray(value)) return []
  return value.slice(0, mostThresholds).flatMap((one): Threshold[] => {
    const stored = readStored(one)
    const at = readNumber(stored.value)
    if (at === null) return []
    const label = typeof stored.label === 'string' ? stored.label : ''
    return [{ value: at, look: readChoice(stored.look, looks, 'warning'), label }]
  })
}

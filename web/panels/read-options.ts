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

/** A text; the usual one for anything else. */
export const readText = (value: unknown, usual = ''): string => (typeof value === 'string' ? value : usual)

/** Yes or no; the usual one for anything else. */
export const readFlag = (value: unknown, usual: boolean): boolean => (typeof value === 'boolean' ? value : usual)

/** The items of a list that can be read; `read` answers null for the others. */
export function readList<Item>(value: unknown, read: (value: unknown) => Item | null): Item[] {
  if (!Array.isArray(value)) return []
  return value.map(read).filter((item): item is NonNullable<typeof item> => item !== null)
}

/** What is stored for each name. */
export function readByName<Item>(value: unknown, read: (value: unknown) => Item): Readonly<Record<string, Item>> {
  const named = Array.isArray(value) ? {} : readStored(value)
  return Object.fromEntries(Object.entries(named).map(([name, item]) => [name, read(item)]))
}

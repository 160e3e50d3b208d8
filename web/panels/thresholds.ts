import { readChoice, readList, readNumber, readRecord } from './read-options.ts'

/** How good a value is. */
export const tones = ['good', 'warning', 'bad'] as const
export type Tone = (typeof tones)[number]

/** From this value on, and up to the next threshold, values are such. In the unit of the measure: shares from 0 to 1, durations in milliseconds. */
export type Threshold = { from: number; tone: Tone }

/** The word for each tone: colour is never the only sign. */
export const toneWords: Readonly<Record<Tone, string>> = { good: 'Good', warning: 'Warning', bad: 'Bad' }

/** Reads stored thresholds, lowest first. Those that cannot be read are left out. */
export function readThresholds(stored: unknown): Threshold[] {
  const thresholds = readList(stored, (item) => {
    const { from, tone } = readRecord(item)
    const start = readNumber(from)
    return start === null ? null : { from: start, tone: readChoice(tone, tones, 'warning') }
  })
  return thresholds.sort((a, b) => a.from - b.from)
}

/**
 * How good a value is: as the highest threshold says that it has reached. Null below all of them, and where no value is known.
 *
 * @example toneOf(0.2, [{ from: 0, tone: 'good' }, { from: 0.1, tone: 'bad' }]) // 'bad'
 */
export function toneOf(value: number | null, thresholds: readonly Threshold[]): Tone | null {
  if (value === null) return null
  const reached = thresholds.filter(({ from }) => value >= from)
  return (
    reached.reduce<Threshold | null>((best, one) => (best && best.from > one.from ? best : one), null)?.tone ?? null
  )
}

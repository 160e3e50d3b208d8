import { readChoice, readStored } from '../read-options.ts'
import { readTimeOptions, type TimeOptions } from '../time-options.ts'

/** What bars can be told. Over TIME there is a bar for each bucket, over CATEGORIES one for each value of the first dimension. */
export type BarOptions = TimeOptions & { over: 'TIME' | 'CATEGORIES' }

/** Reads stored options. */
export const readBarOptions = (stored: unknown): BarOptions => ({
  ...readTimeOptions(stored),
  over: readChoice(readStored(stored).over, ['TIME', 'CATEGORIES'], 'TIME'),
})

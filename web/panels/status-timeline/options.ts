import { readChoice, readStored } from '../read-options.ts'

/** What a status timeline can be told. NAME: rows by their names; FAILED: those with the most failures first. */
export type StatusTimelineOptions = { order: 'NAME' | 'FAILED' }

/** Reads stored options. */
export const readStatusTimelineOptions = (stored: unknown): StatusTimelineOptions => ({
  order: readChoice(readStored(stored).order, ['NAME', 'FAILED'], 'NAME'),
})

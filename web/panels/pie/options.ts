import { readNumber, readStored } from '../read-options.ts'

/** What a pie can be told: how many slices there are at most, the one for all others included. */
export type PieOptions = { most: number }

/** Fewer are no pie, and more cannot be told apart. */
export const sliceLimits = { least: 2, most: 8 } as const

/** Reads stored options. */
export function readPieOptions(stored: unknown): PieOptions {
  const most = Math.round(readNumber(readStored(stored).most) ?? sliceLimits.most)
  return { most: Math.min(sliceLimits.most, Math.max(sliceLimits.least, most)) }
}

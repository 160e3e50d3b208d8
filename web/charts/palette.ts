/** The two themes of the page. */
export type ThemeName = 'light' | 'dark'

/**
 * Colours of series without a meaning of their own, in the order in which they are given out. The six of a theme differ
 * by at least 12 (CIE76) from each other in normal, deuteranopic and protanopic sight and have a contrast of 3:1 on
 * every surface of it; `palette.test.ts` computes that. There is no red and no green: those mean bad and good.
 * Beyond six, dashes join (see `seriesLook`).
 */
export const seriesColours: Record<ThemeName, readonly string[]> = {
  light: ['#2b57d9', '#974700', '#1e94a6', '#5f5495', '#a6466f', '#a38b12'],
  dark: ['#86a9ff', '#bf7c44', '#54d7ee', '#9165b1', '#b0698a', '#e4b746'],
}

/** The statuses of a job, as the GraphQL schema names them: the worst last. */
export const statusNames = ['SUCCEEDED', 'RUNNING', 'QUEUED', 'CANCELLED', 'TIMED_OUT', 'FAILED'] as const

/** One of `statusNames`. */
export type StatusName = (typeof statusNames)[number]

/** Colours of the statuses, the same on every page: the tokens for good, warning and bad, and three quiet hues for what is neither. */
export const statusColours: Record<ThemeName, Record<StatusName, string>> = {
  light: {
    SUCCEEDED: '#1a7a48',
    FAILED: '#c0303a',
    TIMED_OUT: '#8a5b00',
    RUNNING: '#578ebc',
    QUEUED: '#8b8e95',
    CANCELLED: '#5e5c74',
  },
  dark: {
    SUCCEEDED: '#4cc38a',
    FAILED: '#ff7d87',
    TIMED_OUT: '#e0b03f',
    RUNNING: '#67b3e9',
    QUEUED: '#dbdee6',
    CANCELLED: '#706b86',
  },
}

/** What a series looks like by its place: six colours, then the same six dashed, then dotted. */
export function seriesLook(place: number, theme: ThemeName): { colour: string; dash: 'solid' | 'dashed' | 'dotted' } {
  const colours = seriesColours[theme]
  const colour = colours[place % colours.length]
  if (colour === undefined) throw new RangeError(`a series has a place from 0 on, not ${place}`)
  const round = Math.floor(place / colours.length) % 3
  return { colour, dash: round === 0 ? 'solid' : round === 1 ? 'dashed' : 'dotted' }
}

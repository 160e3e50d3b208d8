import type { Place } from './outline.ts'

/** A place on a line, or null for a gap in it. */
export type PlaceOrGap = Place | null

/**
 * Of more places than a line can show, the highest and the lowest of each column of pixels, so that no peak is lost; a column
 * without any is a gap. Places go from left to right. At most two for a pixel: they come back as they are.
 *
 * @param left,right the first and the last pixel of the line
 */
export function thinOut(places: readonly PlaceOrGap[], left: number, right: number): readonly PlaceOrGap[] {
  const columns = Math.max(1, Math.ceil(right - left))
  if (places.length <= 2 * columns) return places
  const ends = new Array<Ends | undefined>(columns).fill(undefined)
  for (const place of places) {
    if (place === null) continue
    const column = Math.min(columns - 1, Math.max(0, Math.floor(place[0] - left)))
    const known = ends[column]
    if (!known) ends[column] = { high: place, low: place }
    else if (place[1] < known.high[1]) known.high = place
    else if (place[1] > known.low[1]) known.low = place
  }
  return ends.flatMap((column) => (column ? inOrder(column) : [null]))
}

type Ends = { high: Place; low: Place }

function inOrder({ high, low }: Ends): Place[] {
  if (high === low) return [high]
  return high[0] < low[0] ? [high, low] : [low, high]
}

/** The places between the gaps. */
export function runsOf(places: readonly PlaceOrGap[]): Place[][] {
  const runs: Place[][] = []
  let run: Place[] = []
  for (const place of places) {
    if (place !== null) {
      if (run.length === 0) runs.push(run)
      run.push(place)
    } else run = []
  }
  return runs
}

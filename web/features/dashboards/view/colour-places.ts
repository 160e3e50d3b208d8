/** Places among the colours of series, by the key of a series or row. */
export type ColourPlaces = (key: string) => number

/**
 * Gives out places in the order in which keys are first asked for, one for each: the same key has the same colour on every
 * panel of a dashboard, and keeps it when others come and go.
 */
export function makeColourPlaces(): ColourPlaces {
  const places = new Map<string, number>()
  return (key) => {
    const known = places.get(key)
    if (known !== undefined) return known
    places.set(key, places.size)
    return places.size - 1
  }
}

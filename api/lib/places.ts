/** A number of things that may be under way at the same time, for each of many groups. */
export interface Places {
  /** How many of a group are under way. */
  running(group: number): number
  /**
   * Waits for one of `limit` places of a group, first come, first served. Returns what gives the place back; null when there
   * was none in time.
   */
  take(group: number, limit: number): Promise<(() => void) | null>
}

/** Makes them, all free. Nobody waits longer than `patienceMs`. */
export function makePlaces(patienceMs: number): Places {
  const groups = new Map<number, { running: number; waiting: Set<() => void> }>()
  const leave = (group: number) => {
    const { waiting, ...places } = groups.get(group)!
    const next = waiting.values().next().value
    // The place goes to who waits longest, so the number stays.
    if (next) next()
    else if (places.running === 1) groups.delete(group)
    else groups.set(group, { running: places.running - 1, waiting })
  }
  const placeOf = (group: number) => {
    let isHeld = true
    return () => {
      if (isHeld) leave(group)
      isHeld = false
    }
  }
  return {
    running: (group) => groups.get(group)?.running ?? 0,
    async take(group, limit) {
      const places = groups.get(group) ?? { running: 0, waiting: new Set() }
      if (places.running < limit) {
        groups.set(group, { ...places, running: places.running + 1 })
        return placeOf(group)
      }
      return new Promise((resolve) => {
        const enter = () => {
          clearTimeout(timer)
          places.waiting.delete(enter)
          resolve(placeOf(group))
        }
        const timer = setTimeout(() => {
          places.waiting.delete(enter)
          resolve(null)
        }, patienceMs)
        places.waiting.add(enter)
      })
    },
  }
}

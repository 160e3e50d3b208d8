/** A source of numbers in [0, 1), like `Math.random`, except that the same seed gives the same numbers. */
export type Random = () => number

/**
 * A generator for one small purpose, such as "the jobs of this pipeline in this hour". Because every purpose has its own,
 * asking for one hour gives the same jobs whether or not the hours before were asked for.
 *
 * The parts are hashed by FNV-1a into the state of mulberry32 (Tommy Ettinger, public domain): 32 bits of state, good
 * enough for pictures, not for secrets.
 */
export function seededRandom(...parts: (string | number)[]): Random {
  let state = 0x811c9dc5
  for (const character of parts.join('|')) state = Math.imul(state ^ character.codePointAt(0)!, 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A number from the standard normal distribution (Box and Muller). */
export function normal(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random()))
  return radius * Math.cos(2 * Math.PI * random())
}

/** How many events happen where `mean` are expected (Knuth's method: fine below a mean of a few hundred). */
export function poisson(random: Random, mean: number): number {
  const limit = Math.exp(-mean)
  let count = 0
  for (let product = random(); product > limit; product *= random()) count++
  return count
}

/** One of the values, each equally likely. Throws a RangeError when there are none. */
export function pick<T>(random: Random, values: readonly T[]): T {
  const index = Math.floor(random() * values.length)
  if (index >= values.length) throw new RangeError('Nothing to pick from: the list is empty')
  return values[index]!
}

/** A whole number from `from` to `to`, both included. */
export function between(random: Random, from: number, to: number): number {
  return from + Math.floor(random() * (to - from + 1))
}

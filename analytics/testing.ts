/**
 * Uniform numbers from 0 to 1 that are the same in every run: mulberry32.
 *
 * @example
 * const random = seeded(1)
 */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let bits = Math.imul(state ^ (state >>> 15), 1 | state)
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Standard normal numbers, by Box and Muller. */
export function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

/** AR(1) noise of variance 1: each value is `memory` times the one before, and something new. White noise for 0. */
export function noise(random: () => number, length: number, memory = 0): Float64Array {
  const values = new Float64Array(length)
  for (let i = 0; i < length; i++) {
    values[i] = i === 0 ? normal(random) : memory * values[i - 1]! + Math.sqrt(1 - memory ** 2) * normal(random)
  }
  return values
}

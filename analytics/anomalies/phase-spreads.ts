import { mean, median } from 'simple-statistics'

import { present } from '../stats/present.ts'

/** With fewer cycles the spread of a phase is mostly chance. */
const FEWEST_CYCLES = 8
/** And with fewer values of it. */
const FEWEST_VALUES = 4
/** The farthest values of a phase may be events. */
const FARTHEST_SHARE = 0.1
/** By chance few phases of a steady series spread this many times as much as the others. */
const NOTABLE = 1.5

/**
 * How many times as much each value of a series spreads as most do, by its phase: days with few jobs have averages that scatter more
 * than those of others, and nights without any have counts that do not scatter at all.
 *
 * Of the longest period that is there eight times. The spread of a phase is the mean of its distances without the farthest
 * tenth; it is compared with the median over the phases, and what is less than 1.5 times as much or as little counts as
 * the same, 1. A period that is too long, phases with fewer than four values, and series in which most phases do not
 * scatter at all give 1.
 *
 * `distances` from what is expected, NaN where a value is missing. One factor for each of them.
 *
 * @example
 * phaseSpreads(distances, [7, 365]) // [1, 1, 1, 1, 1, 3.2, 2.9, 1, …]
 */
export function phaseSpreads(distances: Float64Array, periods: readonly number[]): Float64Array {
  const factors = new Float64Array(distances.length).fill(1)
  const period = periods.filter((length) => FEWEST_CYCLES * length <= distances.length).sort((a, b) => b - a)[0]
  if (period === undefined) return factors
  const spreads = Array.from({ length: period }, (_, phase) =>
    spreadOf(distances.filter((_, i) => i % period === phase)),
  )
  const known = spreads.filter((spread) => spread !== null)
  const usual = known.length > 0 ? median(known) : 0
  if (usual === 0) return factors
  return factors.map((_, i) => {
    const factor = (spreads[i % period] ?? usual) / usual
    return factor > NOTABLE || factor < 1 / NOTABLE ? factor : 1
  })
}

function spreadOf(distances: Float64Array): number | null {
  const known = present(distances)
    .map(Math.abs)
    .sort((a, b) => a - b)
  return known.length < FEWEST_VALUES ? null : mean(known.slice(0, -Math.ceil(FARTHEST_SHARE * known.length)))
}

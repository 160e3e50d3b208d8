export interface Smoothing {
  /** How many neighbours a point is fitted to; odd. */
  window: number
  /** The line is fitted at every `jump`-th point, and drawn straight between those. */
  jump: number
  /** 0 fits a level to the neighbours, 1 a straight line. */
  degree: 0 | 1
}

/** Of short windows, which are used again and again. */
const SHORT = 64
const shortKernels: Float64Array[] = []

function kernelOf(reach: number): Float64Array {
  return reach > SHORT ? tricube(reach) : (shortKernels[reach] ??= tricube(reach))
}

/** Tricube weights at the distances 0, 1, ..., `reach`: (1 - (distance / reach)^3)^3. */
function tricube(reach: number): Float64Array {
  const weights = new Float64Array(reach + 1)
  for (let distance = 0; distance <= reach; distance++) {
    const share = distance / reach
    const rest = 1 - share * share * share
    weights[distance] = rest * rest * rest
  }
  return weights
}

/**
 * A curve through equally spaced values: at each point, the height there of a level or straight line fitted to its
 * neighbours by weighted least squares. Neighbours weigh by the tricube of their distance, times a weight of their own.
 *
 * `window` neighbours are taken, fewer where the series is shorter, and then weighed as if the others were there. Where all
 * neighbours weigh nothing the value itself is taken. The answer begins one place before the first value and ends one
 * after the last, so it is two longer: STL needs its cycle-subseries extended.
 *
 * Reference: Cleveland, Cleveland, McRae and Terpenning, STL: A Seasonal-Trend Decomposition Procedure Based on Loess,
 * Journal of Official Statistics 6 (1990), sections 2.2 and 3.4; conventions of the authors' own program.
 *
 * In the unit of the values. A single value is repeated.
 *
 * @example
 * loess(Float64Array.of(1, 2, 3), Float64Array.of(1, 1, 1), { window: 5, jump: 1, degree: 1 }) // [0, 1, 2, 3, 4]
 */
export function loess(values: Float64Array, weights: Float64Array, { window, jump, degree }: Smoothing): Float64Array {
  const size = values.length
  if (size === 1) return new Float64Array(3).fill(values[0]!)

  const heightAt = fitter(values, weights, { window, degree })
  const smooth = new Float64Array(size + 2)
  smooth[0] = heightAt(-1)
  smooth[1] = heightAt(0)
  for (let from = 0; from < size - 1;) {
    const to = Math.min(from + jump, size - 1)
    smooth[to + 1] = heightAt(to)
    const step = (smooth[to + 1]! - smooth[from + 1]!) / (to - from)
    for (let i = from + 1; i < to; i++) smooth[i + 1] = smooth[from + 1]! + step * (i - from)
    from = to
  }
  smooth[size + 1] = heightAt(size)
  return smooth
}

/** The function that gives the height of the fit around position `x`, which may lie just outside the values. */
function fitter(
  values: Float64Array,
  weights: Float64Array,
  { window, degree }: Pick<Smoothing, 'window' | 'degree'>,
): (x: number) => number {
  const size = values.length
  const width = Math.min(window, size)
  const half = (width - 1) >> 1
  const beyond = Math.floor((window - width) / 2)
  /** By the distance of the farthest neighbour: most points have the same. */
  const kernels = new Map<number, Float64Array>()

  return (x) => {
    const left = Math.max(0, Math.min(x - half, size - width))
    const right = left + width - 1
    const reach = Math.max(x - left, right - x) + beyond
    let kernel = kernels.get(reach)
    if (!kernel) kernels.set(reach, (kernel = kernelOf(reach)))

    let total = 0
    let first = 0
    let second = 0
    let level = 0
    let cross = 0
    for (let i = left; i <= right; i++) {
      const distance = i - x
      const weight = kernel[distance < 0 ? -distance : distance]! * weights[i]!
      const moment = weight * distance
      total += weight
      first += moment
      second += moment * distance
      level += weight * values[i]!
      cross += moment * values[i]!
    }
    if (total <= 0) return values[Math.max(0, Math.min(x, size - 1))]!
    const mean = level / total
    if (degree === 0) return mean
    const centre = first / total
    const spread = second / total - centre ** 2
    // Neighbours that weigh something all lie in one place: no slope can be told.
    if (Math.sqrt(Math.max(0, spread)) <= 0.001 * (size - 1)) return mean
    return mean - (centre * (cross / total - centre * mean)) / spread
  }
}

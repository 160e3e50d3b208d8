/** Residuals below this share of the largest value come from rounding. */
const ROUNDING = 1e-12

/**
 * What a straight line, fitted by least squares, leaves of values at ascending positions.
 *
 * What only rounding leaves is 0. Units: those of the values. One point, or none, lies on its line: residual 0.
 *
 * @example
 * lineResiduals(Float64Array.of(0, 1, 2), Float64Array.of(0, 3, 0)) // [-1, 2, -1]
 */
export function lineResiduals(positions: Float64Array, values: Float64Array): Float64Array {
  const n = values.length
  const meanX = positions.reduce((sum, x) => sum + x, 0) / n
  const meanY = values.reduce((sum, y) => sum + y, 0) / n
  let spread = 0
  let shared = 0
  for (let i = 0; i < n; i++) {
    spread += (positions[i]! - meanX) ** 2
    shared += (positions[i]! - meanX) * (values[i]! - meanY)
  }
  const slope = spread > 0 ? shared / spread : 0
  const rounding = ROUNDING * values.reduce((most, y) => Math.max(most, Math.abs(y)), 0)
  return values.map((y, i) => {
    const residual = y - meanY - slope * (positions[i]! - meanX)
    return Math.abs(residual) > rounding ? residual : 0
  })
}

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { lineResiduals } from './line-residuals.ts'

describe('lineResiduals', () => {
  it('is that of numpy', () => {
    // y - np.polyval(np.polyfit(x, y, 1), x)
    const y = Float64Array.of(2.1, 3.4, 2.9, 3.4, 4.0, 3.1, 4.8, 4.4, 5.2, 4.4, 5.9, 5.0)
    const residuals = lineResiduals(Float64Array.from(y.keys()), y)
    expect(residuals[0]).toBeCloseTo(-0.47307692, 8)
    expect(residuals[5]).toBeCloseTo(-0.81573427, 8)
    expect(residuals[11]).toBeCloseTo(-0.52692308, 8)
  })

  it('gives the example', () => {
    expect(lineResiduals(Float64Array.of(0, 1, 2), Float64Array.of(0, 3, 0))).toEqual(Float64Array.of(-1, 2, -1))
  })

  it('does not change when a line is added, and follows the scale', () => {
    const values = fc.array(fc.integer({ min: -99, max: 99 }), { maxLength: 30 })
    fc.assert(
      fc.property(values, fc.integer({ min: -99, max: 99 }), (y, slope) => {
        const positions = Float64Array.from(y.keys())
        const tilted = lineResiduals(
          positions,
          positions.map((x, i) => 50 + slope * x - 4 * y[i]!),
        )
        const plain = lineResiduals(positions, Float64Array.from(y))
        for (const [i, residual] of plain.entries()) expect(tilted[i]).toBeCloseTo(-4 * residual, 8)
      }),
    )
  })

  it('leaves nothing of a line, of a constant, of a point and of nothing', () => {
    expect(lineResiduals(Float64Array.of(0, 1, 5), Float64Array.of(0.1, 0.2, 0.6))).toEqual(new Float64Array(3))
    expect(lineResiduals(Float64Array.of(0, 1, 2), Float64Array.of(0.1, 0.1, 0.1))).toEqual(new Float64Array(3))
    expect(lineResiduals(Float64Array.of(4), Float64Array.of(7))).toEqual(new Float64Array(1))
    expect(lineResiduals(new Float64Array(), new Float64Array())).toEqual(new Float64Array())
  })
})

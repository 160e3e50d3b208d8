import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { presentPoints } from '../stats/present-points.ts'
import { coarsen } from './coarsen.ts'

describe('coarsen', () => {
  it('gives the example', () => {
    expect(coarsen(presentPoints([4, 6, 9]), 2)).toEqual({
      positions: Float64Array.of(0.5, 2),
      values: Float64Array.of(5, 9),
    })
  })

  it('copies the points at size 1', () => {
    const points = presentPoints([4, NaN, 9])
    expect(coarsen(points, 1)).toEqual(points)
    expect(coarsen(points, 1).values).not.toBe(points.values)
  })

  it('keeps the mean where blocks are whole, and a constant', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer(), fc.integer(), fc.integer()), { minLength: 1 }), (blocks) => {
        const mean = (values: ArrayLike<number>) => Array.from(values).reduce((sum, x) => sum + x / values.length, 0)
        const values = blocks.flat()
        expect(mean(coarsen(presentPoints(values), 3).values)).toBeCloseTo(mean(values), 3)
      }),
    )
    expect(coarsen(presentPoints([5, 5, 5, 5]), 3).values).toEqual(Float64Array.of(5, 5))
  })

  it('makes nothing of nothing, and rejects sizes that are not whole', () => {
    expect(coarsen(presentPoints([]), 3).values).toHaveLength(0)
    expect(() => coarsen(presentPoints([1]), 0)).toThrow(new RangeError('size must be a whole number from 1 up, not 0'))
    expect(() => coarsen(presentPoints([1]), 1.5)).toThrow(RangeError)
  })
})

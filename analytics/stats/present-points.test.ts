import { expect, it } from 'vitest'

import { presentPoints } from './present-points.ts'

it('leaves missing points out', () => {
  expect(presentPoints([3, NaN, 5])).toEqual({ positions: Float64Array.of(0, 2), values: Float64Array.of(3, 5) })
  expect(presentPoints([Infinity, 1, -Infinity]).positions).toEqual(Float64Array.of(1))
  expect(presentPoints([])).toEqual({ positions: new Float64Array(), values: new Float64Array() })
})

import { expect, it } from 'vitest'

import { presentPoints } from '../stats/present-points.ts'
import { slicePoints } from './slice-points.ts'

it('takes points from a start up to an end', () => {
  const points = presentPoints([5, NaN, 6, 7])
  expect(slicePoints(points, 1)).toEqual({ positions: Float64Array.of(2, 3), values: Float64Array.of(6, 7) })
  expect(slicePoints(points, 0, 1)).toEqual({ positions: Float64Array.of(0), values: Float64Array.of(5) })
  expect(slicePoints(points, 3, 9).values).toHaveLength(0)
})

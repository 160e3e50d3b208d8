import { describe, expect, it } from 'vitest'

import { noise, seeded } from '../testing.ts'
import { piecewiseLineFixed } from './piecewise-line-fixed.ts'
import { standardise } from './standardise.ts'

const found = (values: ArrayLike<number>) =>
  piecewiseLineFixed([...Array(values.length).keys()], standardise(Float64Array.from(values))!)

describe('piecewiseLineFixed', () => {
  it('finds the jump that dominates a series', () => {
    const values = noise(seeded(5), 120).map((x, i) => x + (i < 70 ? 0 : 12))
    expect(found(values)).toEqual([70])
  })

  it('finds nothing in noise and in a line', () => {
    expect(found(noise(seeded(5), 120))).toEqual([])
    expect(found(noise(seeded(5), 120).map((x, i) => x + 3 * i))).toEqual([])
  })

  it('finds nothing in too few points', () => {
    expect(found([1, 9])).toEqual([])
    expect(piecewiseLineFixed([], [])).toEqual([])
  })
})

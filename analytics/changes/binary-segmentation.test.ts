import { describe, expect, it } from 'vitest'

import { noise, seeded } from '../testing.ts'
import { binarySegmentation } from './binary-segmentation.ts'
import { standardise } from './standardise.ts'

const standardised = (values: ArrayLike<number>) => standardise(Float64Array.from(values))!

describe('binarySegmentation', () => {
  it('finds the levels of a staircase', () => {
    const steps = noise(seeded(5), 120).map((x, i) => x + 6 * Math.floor(i / 40))
    expect(binarySegmentation(standardised(steps))).toEqual([40, 80])
  })

  it('finds nothing in noise', () => {
    expect(binarySegmentation(standardised(noise(seeded(5), 120)))).toEqual([])
  })

  it('cuts off no fewer than five points', () => {
    const ends = [...Array(30).fill(0), 9, 9, 9, 9, 9]
    expect(binarySegmentation(standardised(ends))).toEqual([30])
    expect(binarySegmentation(standardised(ends.slice(0, -1)))).not.toContain(30)
  })

  it('finds nothing in too few points', () => {
    expect(binarySegmentation([])).toEqual([])
    expect(binarySegmentation([1])).toEqual([])
    expect(binarySegmentation([-1, -1, -1, -1, 1, 1, 1, 1, 1])).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'

import { presentPoints } from '../stats/present-points.ts'
import { pairSlopes } from './pair-slopes.ts'

describe('pairSlopes', () => {
  it('gives the example', () => {
    expect(pairSlopes(presentPoints([0, 1, 4]))).toEqual([1, 3, 2])
  })

  it('divides by the distance on the time axis', () => {
    expect(pairSlopes(presentPoints([0, NaN, NaN, 6]))).toEqual([2])
  })

  it('takes all pairs of 1,500 points, and about as many of more', () => {
    const slopesOf = (length: number) => pairSlopes(presentPoints(Array.from({ length }, (_, i) => i))).length
    expect(slopesOf(1500)).toBe((1500 * 1499) / 2)
    expect(slopesOf(6000)).toBeGreaterThan(1_000_000)
    expect(slopesOf(6000)).toBeLessThan(1_200_000)
  })

  it('is empty without a pair', () => {
    expect(pairSlopes(presentPoints([5]))).toEqual([])
    expect(pairSlopes(presentPoints([]))).toEqual([])
  })
})

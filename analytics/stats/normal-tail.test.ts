import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { normalTail } from './normal-tail.ts'

describe('normalTail', () => {
  it.each([
    [0, 1],
    [1, 0.31731050786291415],
    [1.959964, 0.049999998192884795],
    [-5, 5.733031437583866e-7],
    [8, 1.244192114854348e-15],
  ])('is that of scipy for %d', (deviate, expected) => {
    // python3 -c "from scipy.stats import norm; print(2 * norm.sf(abs(z)))"
    expect(normalTail(deviate) / expected).toBeCloseTo(1, 6)
  })

  it('falls with the distance, on both sides alike', () => {
    const deviate = fc.double({ min: 0, max: 38, noNaN: true })
    fc.assert(
      fc.property(deviate, deviate, (a, b) => {
        expect(normalTail(-a)).toBe(normalTail(a))
        if (a < b) expect(normalTail(b)).toBeLessThanOrEqual(normalTail(a))
      }),
    )
  })

  it('is 0 infinitely far out', () => {
    expect(normalTail(Infinity)).toBe(0)
  })

  it('rejects NaN', () => {
    expect(() => normalTail(NaN)).toThrow(new RangeError('deviate must be a number, not NaN'))
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { studentCritical } from './student-critical.ts'
import { studentTail } from './student-tail.ts'

describe('studentCritical', () => {
  it.each([
    [5, 2.5705818356363146],
    [7, 2.364624251592784],
    [30, 2.0422724563012378],
    [300, 1.9679030112610865],
  ])('is that of scipy to 0.5 %% with %d degrees', (degrees, expected) => {
    // python3 -c "from scipy.stats import t; print(t.ppf(0.975, v))"
    expect(Math.abs(studentCritical(0.05, degrees) / expected - 1)).toBeLessThan(0.005)
  })

  it('is the inverse of studentTail, as near as the normal quantile is known', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.9, noNaN: true }), fc.integer({ min: 1, max: 500 }), (p, degrees) => {
        expect(Math.abs(studentTail(studentCritical(p, degrees), degrees) / p - 1)).toBeLessThan(0.05)
      }),
    )
  })

  it('rejects what is no probability and no degrees of freedom', () => {
    expect(() => studentCritical(1, 5)).toThrow(new RangeError('significance must lie in (0, 1), not 1'))
    expect(() => studentCritical(0.05, -1)).toThrow(new RangeError('degrees must be positive, not -1'))
  })
})

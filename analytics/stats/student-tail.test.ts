import { describe, expect, it } from 'vitest'

import { studentTail } from './student-tail.ts'

describe('studentTail', () => {
  it.each([
    [2.5, 7, 0.04099221858575289],
    [-2.5, 7, 0.04099221858575289],
    [0.5, 4, 0.6433299631818633],
    [4, 30, 0.0003818456360837564],
  ])('is that of scipy to 1 %% for t = %d with %d degrees', (t, degrees, expected) => {
    // python3 -c "from scipy.stats import t; print(2 * t.sf(abs(x), v))"
    expect(studentTail(t, degrees) / expected).toBeCloseTo(1, 2)
  })

  it('is 1 for no deviation and 0 for an infinite one', () => {
    expect(studentTail(0, 5)).toBeCloseTo(1, 6)
    expect(studentTail(Infinity, 5)).toBe(0)
  })

  it('rejects degrees that are not positive', () => {
    expect(() => studentTail(1, 0)).toThrow(new RangeError('degrees must be positive, not 0'))
  })
})

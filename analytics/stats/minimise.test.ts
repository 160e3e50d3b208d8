import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { minimise } from './minimise.ts'

describe('minimise', () => {
  it('finds the bottom of the valley of Rosenbrock, 1, 1', () => {
    const valley = ([x = 0, y = 0]: readonly number[]) => 100 * (y - x * x) ** 2 + (1 - x) ** 2
    const [x, y] = minimise(valley, [-1.2, 1], { step: 0.5, evaluations: 400 })
    expect(x).toBeCloseTo(1, 3)
    expect(y).toBeCloseTo(1, 3)
  })

  it('does not look at the unit of the heights', () => {
    const place = fc.integer({ min: -20, max: 20 })
    fc.assert(
      fc.property(place, place, (a, b) => {
        const bowl = ([x = 0, y = 0]: readonly number[]) => 1 + (x - a) ** 2 + 3 * (y - b) ** 2
        const options = { step: 1, evaluations: 100 }
        const found = minimise(bowl, [0, 0], options)
        expect(minimise((point) => 1024 * bowl(point), [0, 0], options)).toEqual(found)
        expect(bowl(found)).toBeLessThanOrEqual(bowl([0, 0]))
      }),
    )
  })

  it('stays where all heights are equal, and keeps its start as it was', () => {
    const start = [3, 4]
    expect(minimise(() => 0, start, { step: 1, evaluations: 50 })).toEqual([3, 4])
    expect(start).toEqual([3, 4])
  })
})

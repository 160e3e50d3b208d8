import { describe, expect, it } from 'vitest'

import { minimise } from './minimise.ts'

describe('minimise', () => {
  it('finds the bottom of the valley of Rosenbrock, 1, 1', () => {
    const valley = ([x = 0, y = 0]: readonly number[]) => 100 * (y - x * x) ** 2 + (1 - x) ** 2
    const [x, y] = minimise(valley, [-1.2, 1], { step: 0.5, evaluations: 400 })
    expect(x).toBeCloseTo(1, 3)
    expect(y).toBeCloseTo(1, 3)
  })

  it('stays where all heights are equal, and keeps its start as it was', () => {
    const start = [3, 4]
    expect(minimise(() => 0, start, { step: 1, evaluations: 50 })).toEqual([3, 4])
    expect(start).toEqual([3, 4])
  })
})

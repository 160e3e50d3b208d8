import { describe, expect, it } from 'vitest'

import { noise, seeded } from '../testing.ts'
import { piecewiseLine } from './piecewise-line.ts'

const found = (values: ArrayLike<number>) => piecewiseLine([...Array(values.length).keys()], values)

describe('piecewiseLine', () => {
  it('finds where a line turns and where it jumps', () => {
    const values = noise(seeded(5), 150).map((x, i) => x + 3 * Math.abs(i - 49.5) + (i < 100 ? 0 : 40))
    expect(found(values)).toEqual([50, 100])
  })

  it('finds nothing in a line, not even across a gap', () => {
    const values = noise(seeded(5), 120).map((x, i) => x + 3 * i)
    expect(found(values)).toEqual([])
    const positions = [...values.keys()].filter((i) => i < 40 || i >= 80)
    expect(
      piecewiseLine(
        positions,
        positions.map((i) => values[i]!),
      ),
    ).toEqual([])
  })

  it('finds the same in any unit', () => {
    const values = noise(seeded(5), 150).map((x, i) => x + 3 * Math.abs(i - 49.5) + (i < 100 ? 0 : 40))
    for (const [shift, scale] of [
      [1e6, 1],
      [0, 1e6],
      [-7, 1e-6],
    ] as const)
      expect(found(values.map((x) => shift + scale * x))).toEqual([50, 100])
  })

  it('finds nothing in a constant and in too few points', () => {
    expect(found(Array(50).fill(2))).toEqual([])
    expect(found([1, 9])).toEqual([])
    expect(found([])).toEqual([])
  })
})

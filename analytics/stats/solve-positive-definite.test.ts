import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { solvePositiveDefinite } from './solve-positive-definite.ts'

describe('solvePositiveDefinite', () => {
  it('agrees with numpy', () => {
    // numpy.linalg.solve([[4, 1, 2], [1, 3, 0], [2, 0, 5]], [1, 2, 3])
    const expected = [-0.30232558, 0.76744186, 0.72093023]
    const matrix = [
      [4, 1, 2],
      [1, 3, 0],
      [2, 0, 5],
    ]
    solvePositiveDefinite(matrix, [1, 2, 3])!.forEach((x, i) => expect(x).toBeCloseTo(expected[i]!, 8))
    expect(matrix[0]).toEqual([4, 1, 2])
  })

  it('solves what it says', () => {
    const number = fc.integer({ min: -9, max: 9 })
    const row = fc.tuple(number, number, number)
    fc.assert(
      fc.property(fc.tuple(row, row, row), row, (rows, right) => {
        // R R' + I is positive definite.
        const matrix = rows.map((a, i) =>
          rows.map((b, j) => Number(i === j) + a.reduce((sum, x, k) => sum + x * b[k]!, 0)),
        )
        const x = solvePositiveDefinite(matrix, right)!
        matrix.forEach((line, i) => expect(line.reduce((sum, a, j) => sum + a * x[j]!, 0)).toBeCloseTo(right[i]!, 6))
      }),
    )
  })

  it('is null when the matrix is singular or has a negative direction', () => {
    const singular = [
      [1, 1],
      [1, 1],
    ]
    expect(solvePositiveDefinite(singular, [1, 1])).toBeNull()
    expect(solvePositiveDefinite([[-1]], [1])).toBeNull()
  })

  it('rejects sizes that do not fit', () => {
    expect(() => solvePositiveDefinite([[1]], [1, 2])).toThrow(new RangeError('1 rows for 2 unknowns'))
  })
})

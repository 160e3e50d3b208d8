/**
 * The solution x of A x = b for a symmetric positive definite A, such as the normal equations of least squares, by
 * Cholesky's decomposition A = L L'.
 *
 * `matrix` has the rows of A; only what is on and below its diagonal is read.
 *
 * Reference: Golub and Van Loan, Matrix Computations, 2013, section 4.2.
 *
 * Returns `null` when A is not positive definite. Sizes that do not fit are a RangeError.
 *
 * @example
 * solvePositiveDefinite([[4, 2], [2, 3]], [8, 8]) // [1, 2]
 */
export function solvePositiveDefinite(
  matrix: readonly ArrayLike<number>[],
  right: ArrayLike<number>,
): Float64Array | null {
  const size = right.length
  if (matrix.length !== size) throw new RangeError(`${matrix.length} rows for ${size} unknowns`)

  const lower = matrix.map((row) => Float64Array.from(row))
  const solution = Float64Array.from(right)
  for (let i = 0; i < size; i++) {
    const row = lower[i]!
    for (let j = 0; j <= i; j++) {
      const other = lower[j]!
      let rest = row[j]!
      for (let k = 0; k < j; k++) rest -= row[k]! * other[k]!
      if (j < i) row[j] = rest / other[j]!
      else if (rest > 0) row[i] = Math.sqrt(rest)
      else return null
    }
    for (let k = 0; k < i; k++) solution[i]! -= row[k]! * solution[k]!
    solution[i]! /= row[i]!
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) solution[i]! -= lower[k]![i]! * solution[k]!
    solution[i]! /= lower[i]![i]!
  }
  return solution
}

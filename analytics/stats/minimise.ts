/** Reflection, expansion and contraction of the simplex in the paper. */
const REFLECTION = 1
const EXPANSION = 2
const CONTRACTION = 0.5

interface Vertex {
  point: number[]
  height: number
}

/**
 * The point at which a function of a few numbers is lowest, searched from `start` by the downhill simplex method, without
 * derivatives. `step` is the size of the first simplex; the search ends when the heights of the simplex differ by less
 * than a ten thousandth of the lowest one, and after `evaluations` calls at the latest.
 *
 * Reference: Nelder and Mead, A Simplex Method for Function Minimization, The Computer Journal 7, 1965.
 *
 * @example
 * minimise(([x = 0, y = 0]) => (x - 1) ** 2 + (y + 2) ** 2, [0, 0], { step: 0.5, evaluations: 200 }) // near [1, -2]
 */
export function minimise(
  heightAt: (point: readonly number[]) => number,
  start: readonly number[],
  { step, evaluations }: { step: number; evaluations: number },
): number[] {
  let calls = 0
  const vertexAt = (point: number[]): Vertex => {
    calls++
    return { point, height: heightAt(point) }
  }
  const simplex = [vertexAt([...start])]
  for (let i = 0; i < start.length; i++) simplex.push(vertexAt(start.map((x, j) => (i === j ? x + step : x))))

  while (calls < evaluations) {
    simplex.sort((a, b) => a.height - b.height)
    const lowest = simplex[0]!
    const highest = simplex.pop()!
    if (highest.height - lowest.height <= 1e-4 * Math.abs(lowest.height)) break
    const centre = start.map((_, i) => simplex.reduce((sum, { point }) => sum + point[i]!, 0) / simplex.length)
    const along = (distance: number) => vertexAt(centre.map((c, i) => c + distance * (c - highest.point[i]!)))

    let next = along(REFLECTION)
    if (next.height < lowest.height) {
      const further = along(EXPANSION)
      if (further.height < next.height) next = further
    } else if (next.height >= simplex.at(-1)!.height) {
      next = along(next.height < highest.height ? CONTRACTION : -CONTRACTION)
    }
    if (next.height < highest.height) simplex.push(next)
    else {
      simplex.push(highest)
      for (let i = 1; i < simplex.length; i++) {
        simplex[i] = vertexAt(simplex[i]!.point.map((x, j) => (x + lowest.point[j]!) / 2))
      }
    }
  }
  return simplex.sort((a, b) => a.height - b.height)[0]!.point
}

import type { Merge } from './ward-linkage.ts'

/**
 * The cluster of each point after some merges: numbers from 0 on, in the order in which the clusters first appear.
 *
 * @example
 * labelsAfter([{ a: 0, b: 2, distance: 1 }], 3) // [0, 1, 0]
 */
export function labelsAfter(merges: readonly Merge[], size: number): number[] {
  const parents = Array.from({ length: size }, (_, i) => i)
  const rootOf = (point: number): number => {
    let root = point
    while (parents[root] !== root) root = parents[root]!
    return root
  }
  for (const { a, b } of merges) parents[rootOf(a)] = rootOf(b)

  const labels = new Map<number, number>()
  return parents.map((_, point) => {
    const root = rootOf(point)
    const label = labels.get(root) ?? labels.size
    labels.set(root, label)
    return label
  })
}

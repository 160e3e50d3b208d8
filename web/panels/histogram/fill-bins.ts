import type { Bin } from './bins.ts'

/** R10 of ISO 3. */
const R10 = [1, 1.25, 1.6, 2, 2.5, 3.15, 4, 5, 6.3, 8] as const
const powers = Array.from({ length: 14 }, (_, i) => i - 4)
const above = powers.flatMap((power) => R10.map((number) => Number(`${number}e${power}`)))
/** Where the server's bins of numbers begin, upwards. */
const edges: readonly number[] = [...above.map((edge) => -edge).reverse(), 0, ...above]

/**
 * Amounts by the lower edges of the server's bins, as bins without gaps, upwards: those in between have 0. Around zero the edges
 * are dense, so empty bins between the last one below and the first one above are one.
 *
 * @example fillBins(new Map([[2, 1], [3.15, 4]])) // 1 from 2 to 2.5, 0 from 2.5 to 3.15, 4 from 3.15 to 4
 */
export function fillBins(amounts: ReadonlyMap<number, number>): Bin[] {
  const found = [...amounts.keys()]
  const [least, greatest] = [Math.min(...found), Math.max(...found)]
  const lastBelow = Math.max(...found.filter((edge) => edge < 0))
  const firstAbove = Math.min(...found.filter((edge) => edge > 0))
  const starts = edges.filter((edge, i) => {
    if (amounts.has(edge)) return true
    const isBetween = edge > least && edge < greatest
    return isBetween && (edge < lastBelow || edge > firstAbove || edges[i - 1] === lastBelow)
  })
  return starts.map((from, i) => {
    return { from, to: starts[i + 1] ?? edges[edges.indexOf(from) + 1] ?? from, count: amounts.get(from) ?? 0 }
  })
}

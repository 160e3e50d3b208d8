import { type Values } from '../series.ts'
import { presentPoints } from '../stats/present-points.ts'
import { slicePoints } from '../stats/slice-points.ts'
import { binarySegmentation } from './binary-segmentation.ts'
import { coarsen } from './coarsen.ts'
import { type ChangeDescription, describeChange } from './describe-change.ts'
import { MIN_SEGMENT } from './min-segment.ts'
import { piecewiseLineFixed } from './piecewise-line-fixed.ts'
import { piecewiseLine } from './piecewise-line.ts'
import { piecewiseMean } from './piecewise-mean.ts'
import { refineSplits } from './refine-splits.ts'
import { type JudgedChange, significantChanges } from './significant-changes.ts'
import { standardise } from './standardise.ts'
import { vote } from './vote.ts'

export type ChangePoint = JudgedChange &
  ChangeDescription & {
    /** How many segmenters could have voted for it. */
    readonly segmenters: number
  }

/** Optimal partitioning is quadratic: longer series are searched in blocks, and the places found are refined. */
const MOST_POINTS = 1000

/**
 * Where a series changes its level or its slope for good.
 *
 * Four segmenters (binary segmentation, piecewise mean, piecewise line, piecewise line with a fixed penalty) propose
 * places in the standardised values. A place stays when three of them agree within 5 points, or when it is significant:
 * p <= 0.05 after correction for autocorrelation and for the number of places tried. Then one segmenter suffices for a
 * change between two levels, and two for a jump or a turn in a trend. The shortest regime has 5 points; what went away
 * and came back within 12 is an event and no change (`withoutExcursions`). A series of more than 1,000 points is searched in at most as many blocks of equal length, and a block counts as a point.
 *
 * Seasonal series should come without their season: what repeats is no change.
 *
 * References: van den Burg and Williams (2020), "An Evaluation of Change Point Detection Algorithms"; those of the
 * segmenters in their files.
 *
 * Units: indexes of `values`, and the unit of the values. NaN is a missing point. `null` when fewer than 10 points
 * are there; `[]` when there are enough and nothing changes.
 *
 * @example
 * changePoints([1, 2, 1, 2, 1, 2, 9, 8, 9, 8, 9, 8]) // [{ index: 6, kind: 'LEVEL', before: 1.5, after: 8.5, … }]
 */
export function changePoints(values: Values): ChangePoint[] | null {
  const points = presentPoints(values)
  if (points.values.length < 2 * MIN_SEGMENT) return null
  const blockSize = Math.ceil(points.values.length / MOST_POINTS)
  const blocks = coarsen(points, blockSize)
  const standard = standardise(blocks.values)
  if (standard === null) return []

  const proposals = [
    binarySegmentation(standard),
    piecewiseMean(standard),
    piecewiseLine(blocks.positions, standard),
    piecewiseLineFixed(blocks.positions, standard),
  ]
  const changes = significantChanges({ ...blocks, values: standard }, vote(proposals))
  const splits = changes.map(({ index }) => index * blockSize)
  const refined = blockSize > 1 ? refineSplits(points, splits, 2 * blockSize) : splits
  return changes.map((change, i) => {
    const start = refined[i - 1] ?? 0
    const described = describeChange(slicePoints(points, start, refined[i + 1]), refined[i]! - start)
    return { ...change, ...described, segmenters: proposals.length }
  })
}

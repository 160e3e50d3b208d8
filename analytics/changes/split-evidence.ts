import { median } from 'simple-statistics'

import { lineResiduals } from '../stats/line-residuals.ts'
import { mannWhitney } from '../stats/mann-whitney.ts'
import { type Points } from '../stats/present-points.ts'
import { studentTail } from '../stats/student-tail.ts'
import { varianceInflation } from '../stats/variance-inflation.ts'

export type SplitEvidence = {
  /** `LEVEL`: the values jump. `SLOPE`: they turn. */
  readonly kind: 'LEVEL' | 'SLOPE'
  /** `MANN_WHITNEY`: two flat levels are compared. `REGRESSION`: a jump or a turn is added to a smooth trend. */
  readonly method: 'MANN_WHITNEY' | 'REGRESSION'
  /** Corrected for autocorrelation, not for having looked for the best place. */
  readonly pValue: number
}

/** In the criterion, beside the log n for a third parameter: the place of the step was searched for. */
const MARGIN = 3
/** Parameters of a parabola and of what is added to it. */
const FITTED = 4

/**
 * What speaks for a change at point `split` of some points: of which kind it is, and how likely noise makes it look as
 * clear.
 *
 * A step and a hinge at `split` are each added to a straight line; the one that explains more is the kind. Two levels
 * are compared by the Mann-Whitney test when they describe the points better than the line: when n log(RSS line / RSS
 * levels), divided by the variance inflation of the residuals, exceeds log n + 3. Levels with the same median have the
 * p-value 1. Otherwise the step or hinge is added to a parabola, as a trend may be curved, and its coefficient is tested
 * with n - 4 degrees of freedom divided by the variance inflation.
 *
 * Reference: Schwarz (1978), "Estimating the dimension of a model".
 *
 * A split at or outside the ends is a wrong call: RangeError.
 *
 * @example
 * splitEvidence(points, 28) // { kind: 'LEVEL', method: 'MANN_WHITNEY', pValue: 3.2e-7 }
 */
export function splitEvidence({ positions, values }: Points, split: number): SplitEvidence {
  if (!(split >= 1 && split < values.length)) throw new RangeError(`split must lie inside the points, not at ${split}`)
  const fromLine = lineResiduals(positions, values)
  const step = lineResiduals(
    positions,
    positions.map((_, i) => (i < split ? 0 : 1)),
  )
  const hinge = lineResiduals(
    positions,
    positions.map((x) => Math.max(0, x - positions[split]!)),
  )
  const isJump = explained(step, fromLine) >= explained(hinge, fromLine)
  const levels = isJump ? compareLevels(values, split, dot(fromLine, fromLine)) : null
  if (levels !== null) return { kind: 'LEVEL', method: 'MANN_WHITNEY', pValue: levels }

  const middle = (positions[0]! + positions.at(-1)!) / 2
  const parabola = lineResiduals(
    positions,
    positions.map((x) => (x - middle) ** 2),
  )
  const added = without(parabola, isJump ? step : hinge)
  return {
    kind: isJump ? 'LEVEL' : 'SLOPE',
    method: 'REGRESSION',
    pValue: coefficientTest(added, without(parabola, fromLine)),
  }
}

/** The p-value of two levels, 1 when they are the same, or `null` when one straight line describes the values as well. */
function compareLevels(values: Float64Array, split: number, squaresFromLine: number): number | null {
  const before = values.subarray(0, split)
  const after = values.subarray(split)
  // A few more rare events among zeros are no level, and too few for the normal approximation.
  if (median(Array.from(before)) === median(Array.from(after))) return 1
  const fromLevels = [fromMean(before), fromMean(after)]
  const squares = fromLevels.reduce((sum, residuals) => sum + dot(residuals, residuals), 0)
  const inflation = varianceInflation(fromLevels, 1)
  const gain = (values.length * Math.log(squaresFromLine / squares)) / inflation
  if (!(gain > Math.log(values.length) + MARGIN)) return null
  return mannWhitney(before, after, inflation)?.pValue ?? null
}

/** Student's test of a regressor that, like the residuals, is free of the parabola. */
function coefficientTest(regressor: Float64Array, residuals: Float64Array): number {
  const gain = explained(regressor, residuals)
  if (!(gain > 0)) return 1
  const left = without(regressor, residuals)
  const degrees = Math.max(1, (residuals.length - FITTED) / varianceInflation([left], FITTED))
  return studentTail(Math.sqrt((degrees * gain) / dot(left, left)), degrees)
}

/** What least squares on the regressor leaves of the values. */
function without(regressor: Float64Array, values: Float64Array): Float64Array {
  const squares = dot(regressor, regressor)
  const coefficient = squares > 0 ? dot(regressor, values) / squares : 0
  return values.map((value, i) => value - coefficient * regressor[i]!)
}

/** By how much the regressor lowers the sum of squares of the residuals. */
function explained(regressor: Float64Array, residuals: Float64Array): number {
  const squares = dot(regressor, regressor)
  return squares > 0 ? dot(regressor, residuals) ** 2 / squares : 0
}

function fromMean(values: Float64Array): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return values.map((value) => value - mean)
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0)
}

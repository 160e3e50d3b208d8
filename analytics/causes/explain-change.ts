import type { Change, CutExplanation, Explanation, Ratio } from './change.ts'
import { exactContributions } from './exact-contributions.ts'
import { exactStep } from './exact-step.ts'
import { explainCut } from './explain-cut.ts'
import type { Parts } from './parts.ts'
import { ratioParts } from './ratio-parts.ts'
import { roundToStep } from './round-to-step.ts'
import { sumParts } from './sum-parts.ts'

/** Pairs are looked at when they refine one of this many best single dimensions. */
const BEAM_WIDTH = 3
/** Cuts of the same rows may differ by their rounding, not by more. */
const SAME_WHOLE = 1e-9

/**
 * Which groups of rows explain why a measure changed between two ranges.
 *
 * A sum is split into the changes of its groups, a ratio into the rate and mix effects of its groups (`ratioParts`). In each
 * cut the contributions add up to `change` to the last digit; before, after and the contributions are rounded to the
 * finest step for which that is possible, 2^-52 of the sizes involved. Whole numbers stay exact up to 2^52.
 *
 * Cuts are ordered by the mean surprise of their causes (`explainCut`), times their movement beyond chance over the largest one
 * of any cut. Chance is known for shares, as failures of runs, in which numerators are whole numbers and none is above its
 * denominator. The mean prefers the dimension in which one value says it all to one that needs many values for the same; the
 * movement prefers the dimension whose groups moved against each other to those in which these moves cancel. Cuts
 * by more dimensions are searched with a beam: only those that refine one of the three best single dimensions.
 *
 * Reference: Bhagwan and others (2014), "Adtributor", NSDI; Shapley (1953), "A value for n-person games".
 *
 * In the unit of the measure. Returns `null` without cuts or groups, and for a ratio that has no denominator on one side.
 * Numbers that are not finite, negative denominators, and cuts of different totals are a RangeError.
 *
 * @example
 * explainChange({
 *   measure: 'SUM',
 *   cuts: [{
 *     dimensions: ['pipeline'],
 *     groups: [{ values: ['import'], before: 10, after: 60 }, { values: ['report'], before: 20, after: 21 }],
 *   }],
 * })
 * // change 51; cuts[0].causes: [{ values: ['import'], before: 10, after: 60, contribution: 50, share: 0.98, ... }]
 */
export function explainChange(change: Change): Explanation | null {
  const cuts = partsOfCuts(change)
  const first = cuts?.[0]
  if (!cuts || !first || first.parts.groups.length === 0) return null

  const scale = Math.max(...cuts.map(({ parts }) => sizeOf(parts)))
  const step = exactStep(scale)
  const before = roundToStep(first.parts.before, step)
  const after = roundToStep(first.parts.after, step)
  const explained = cuts.map(({ dimensions, parts }) => {
    const difference = Math.max(Math.abs(parts.before - before), Math.abs(parts.after - after))
    if (difference > SAME_WHOLE * scale)
      throw new RangeError(
        `${dimensions.join(' and ')} cuts other rows: ${parts.before} to ${parts.after}, not ${before} to ${after}`,
      )
    return explainCut(dimensions, exactContributions(parts.groups, after - before, step), after - before)
  })
  return { before, after, change: after - before, cuts: searched(scored(explained)) }
}

function partsOfCuts(change: Change): { dimensions: readonly string[]; parts: Parts }[] | null {
  if (change.measure === 'SUM')
    return change.cuts.map(({ dimensions, groups }) => ({ dimensions, parts: sumParts(groups) }))
  const areShares = change.cuts.every(({ groups }) =>
    groups.every(({ before, after }) => isShare(before) && isShare(after)),
  )
  const cuts = []
  for (const { dimensions, groups } of change.cuts) {
    const parts = ratioParts(groups, { areShares })
    if (!parts) return null
    cuts.push({ dimensions, parts })
  }
  return cuts
}

/** Whether the numerator may count some of what the denominator counts, such as failures of runs. */
function isShare({ numerator, denominator }: Ratio): boolean {
  return Number.isInteger(numerator) && Number.isInteger(denominator) && numerator >= 0 && numerator <= denominator
}

/** No sum of contributions, in whatever order, is larger. */
function sizeOf({ before, after, groups }: Parts): number {
  const effects = groups.reduce((sum, { rateEffect, mixEffect }) => sum + Math.abs(rateEffect) + Math.abs(mixEffect), 0)
  return Math.abs(before) + Math.abs(after) + effects
}

function scored(cuts: readonly Omit<CutExplanation, 'score'>[]): CutExplanation[] {
  const largest = Math.max(...cuts.map(({ movementBeyondChance }) => movementBeyondChance))
  return cuts
    .map((cut) => {
      const surprises = cut.causes.reduce((sum, cause) => sum + cause.surprise, 0)
      return {
        ...cut,
        score: cut.causes.length === 0 ? 0 : (surprises / cut.causes.length) * (cut.movementBeyondChance / largest),
      }
    })
    .toSorted((a, b) => b.score - a.score)
}

function searched(cuts: readonly CutExplanation[]): CutExplanation[] {
  const singles = cuts.filter(({ dimensions }) => dimensions.length === 1)
  if (singles.length === 0) return [...cuts]
  const beam = new Set(singles.slice(0, BEAM_WIDTH).flatMap(({ dimensions }) => dimensions))
  return cuts.filter(({ dimensions }) => dimensions.length === 1 || dimensions.some((name) => beam.has(name)))
}

import type { Group, Ratio } from './change.ts'
import type { Parts } from './parts.ts'

/**
 * What each group adds to the change of a ratio of sums, split into two effects: the group's own ratio changed (rate), or
 * its weight, its part of all denominators, changed (mix).
 *
 * The ratio of the whole is the sum of weight times ratio over the groups. The Shapley value of the two factors w and r has
 * a closed form: rate = mean(w) * change of r, and mix = change of w * (mean(r) - mean(R)). The ratio R of the whole can
 * be taken off because the changes of the weights add up to 0; so a group that is as good as the average may grow without an
 * effect. A group that appears or vanishes has a ratio on one side only, and all of its part is mix.
 *
 * Both effects together are the change of (numerator - R denominator) / D, with D the whole denominator and R the mean of R.
 * Where the numerator counts some of what the denominator counts, as failures of runs (`areShares`), that is a sum over runs of
 * 1 - R or -R; taken for a Poisson number of runs of each kind, its variance on a side is
 * (numerator (1 - R)^2 + (denominator - numerator) R^2) / D^2, and `noise` is the root of both.
 *
 * Reference: Shapley (1953), "A value for n-person games"; with two factors it is the decomposition of Marshall and
 * Edgeworth, or "price and mix".
 *
 * In the unit of the ratio. Without `areShares` the noise is not known: 0. Returns `null` when one side has no denominator. A
 * negative denominator, or a numerator without one, is a RangeError.
 *
 * @example
 * const a = { values: ['a'], before: { numerator: 1, denominator: 10 }, after: { numerator: 3, denominator: 10 } }
 * const b = { values: ['b'], before: { numerator: 1, denominator: 10 }, after: { numerator: 1, denominator: 10 } }
 * ratioParts([a, b], { areShares: true })
 * // before 0.1, after 0.2; a has rate 0.1, mix 0 and noise 0.084; b has rate 0, mix 0 and noise 0.062
 */
export function ratioParts(groups: readonly Group<Ratio>[], { areShares }: { areShares: boolean }): Parts | null {
  for (const { values, before, after } of groups) {
    if (!isRatio(before) || !isRatio(after))
      throw new RangeError(`no ratio: ${JSON.stringify({ values, before, after })}`)
  }
  const before = total(groups.map((group) => group.before))
  const after = total(groups.map((group) => group.after))
  if (before.denominator === 0 || after.denominator === 0) return null
  const wholeBefore = before.numerator / before.denominator
  const wholeAfter = after.numerator / after.denominator
  const middle = (wholeBefore + wholeAfter) / 2
  const variance = ({ numerator, denominator }: Ratio, whole: number) =>
    (numerator * (1 - middle) ** 2 + (denominator - numerator) * middle ** 2) / whole ** 2
  return {
    before: wholeBefore,
    after: wholeAfter,
    groups: groups.map((group) => {
      const weightBefore = group.before.denominator / before.denominator
      const weightAfter = group.after.denominator / after.denominator
      const ratioBefore = quotient(group.before)
      const ratioAfter = quotient(group.after)
      const from = ratioBefore ?? ratioAfter ?? 0
      const to = ratioAfter ?? from
      return {
        values: group.values,
        before: ratioBefore,
        after: ratioAfter,
        rateEffect: ((weightBefore + weightAfter) / 2) * (to - from),
        mixEffect: (weightAfter - weightBefore) * ((from + to) / 2 - middle),
        size: (weightBefore + weightAfter) / 2,
        noise: areShares
          ? Math.sqrt(variance(group.before, before.denominator) + variance(group.after, after.denominator))
          : 0,
      }
    }),
  }
}

function isRatio({ numerator, denominator }: Ratio): boolean {
  return denominator > 0 || (denominator === 0 && numerator === 0)
}

function total(ratios: readonly Ratio[]): Ratio {
  return ratios.reduce(
    (sum, ratio) => ({
      numerator: sum.numerator + ratio.numerator,
      denominator: sum.denominator + ratio.denominator,
    }),
    { numerator: 0, denominator: 0 },
  )
}

function quotient({ numerator, denominator }: Ratio): number | null {
  return denominator === 0 ? null : numerator / denominator
}

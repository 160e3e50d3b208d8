import type { Contributor, CutExplanation } from './change.ts'
import type { ExactPart } from './exact-contributions.ts'
import { surprise } from './surprise.ts'

/** A contribution below this part of the movement explains too little to be named. Reference: Adtributor's T_EEP. */
const LEAST_POWER = 0.1
/** When the causes make up this part of the movement, they are enough. Reference: Adtributor's T_EP. */
const ENOUGH_POWER = 0.67
/** Less is no news: a group that is a quarter of the whole and two fifths of the movement just passes. */
const LEAST_SURPRISE = 0.008

/**
 * The contributors of one cut, and the few among them that explain the change: from the most surprising on, those that
 * moved more than their weight lets expect, until they make up two thirds of all movement. Groups below a tenth of the
 * movement are passed over.
 *
 * Reference: Bhagwan and others (2014), "Adtributor: revenue debugging in advertising systems", NSDI, figure 4. There
 * explanatory power is a part of the change, and surprise compares the group's part of the whole before and after. Here
 * explanatory power is a part of the movement, the sum of the sizes of all contributions, so that groups which moved against
 * each other do not cancel; and surprise compares the group's part of the movement with its weight, which is the same
 * question for sums and ratios.
 *
 * Contributions in the unit of the measure. No causes when nothing stands out: the change is everywhere, or there is none.
 *
 * @example
 * explainCut(['pipeline'], parts, 12).causes // [{ values: ['nightly-import'], contribution: 11, share: 0.92, ... }]
 */
export function explainCut(
  dimensions: readonly string[],
  parts: readonly ExactPart[],
  change: number,
): Omit<CutExplanation, 'score'> {
  const movement = parts.reduce((sum, { contribution }) => sum + Math.abs(contribution), 0)
  const whole = parts.reduce((sum, { size }) => sum + size, 0)
  const contributors = parts.map(
    ({ values, before, after, size, rateEffect, mixEffect, contribution }): Contributor => {
      const weight = whole === 0 ? 0 : size / whole
      return {
        values,
        before,
        after,
        weight,
        contribution,
        rateEffect,
        mixEffect,
        share: change === 0 ? null : contribution / change,
        surprise: movement === 0 ? 0 : surprise(weight, Math.abs(contribution) / movement),
      }
    },
  )
  const causes = movement === 0 ? [] : causesAmong(contributors, movement)
  const explained = causes.reduce((sum, { contribution }) => sum + Math.abs(contribution), 0)
  return { dimensions, movement, causes, explanatoryPower: movement === 0 ? 0 : explained / movement, contributors }
}

function causesAmong(contributors: readonly Contributor[], movement: number): Contributor[] {
  const power = ({ contribution }: Contributor) => Math.abs(contribution) / movement
  const causes: Contributor[] = []
  let explained = 0
  for (const contributor of contributors.toSorted((a, b) => b.surprise - a.surprise)) {
    if (explained >= ENOUGH_POWER) break
    if (contributor.surprise < LEAST_SURPRISE) break
    if (power(contributor) < Math.max(LEAST_POWER, contributor.weight)) continue
    causes.push(contributor)
    explained += power(contributor)
  }
  return causes
}

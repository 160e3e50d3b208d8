import type { Contributor, CutExplanation } from './change.ts'
import type { ExactPart } from './exact-contributions.ts'
import { surprise } from './surprise.ts'

/** A contribution below this part of the movement explains too little to be named. Reference: Adtributor's T_EEP. */
const LEAST_POWER = 0.1
/** When the causes make up this part of the movement, they are enough. Reference: Adtributor's T_EP. */
const ENOUGH_POWER = 0.67
/** Less is no news: a group that is a quarter of the whole and two fifths of the movement just passes. */
const LEAST_SURPRISE = 0.008
/** Two-sided 95 % of the normal distribution: what chance may have added to a contribution, in standard errors. */
const CHANCE = 1.96

/**
 * The contributors of one cut, and the few among them that explain the change: from the most surprising on, those that
 * moved more than their weight lets expect, until they make up two thirds of all movement. Groups below a tenth of the
 * movement are passed over. For all that a contribution is taken less 1.96 standard errors (`noise`), and those within
 * that abstain: hundreds of small groups of which each moved a little by chance would hide the one that broke.
 *
 * Reference: Bhagwan and others (2014), "Adtributor: revenue debugging in advertising systems", NSDI, figure 4. There
 * explanatory power is a part of the change, and surprise compares the group's part of the whole before and after. Here
 * explanatory power is a part of the movement, the sum of the sizes of all contributions, so that groups which moved against
 * each other do not cancel; and surprise compares the group's part of the movement with its weight, which is the same
 * question for sums and ratios. Donoho and Johnstone (1994), "Ideal spatial adaptation by wavelet shrinkage", for estimates
 * less their noise.
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
  const movementBeyondChance = parts.reduce((sum, part) => sum + beyondChance(part), 0)
  const whole = parts.reduce((sum, { size }) => sum + size, 0)
  const judged = parts.map((part): JudgedContributor => {
    const { values, before, after, size, rateEffect, mixEffect, contribution } = part
    const weight = whole === 0 ? 0 : size / whole
    const power = movementBeyondChance === 0 ? 0 : beyondChance(part) / movementBeyondChance
    return {
      power,
      contributor: {
        values,
        before,
        after,
        weight,
        contribution,
        rateEffect,
        mixEffect,
        share: change === 0 ? null : contribution / change,
        surprise: movementBeyondChance === 0 ? 0 : surprise(weight, power),
      },
    }
  })
  const causes = causesAmong(judged)
  const explained = causes.reduce((sum, { contribution }) => sum + Math.abs(contribution), 0)
  return {
    dimensions,
    movement,
    movementBeyondChance,
    causes,
    explanatoryPower: movement === 0 ? 0 : explained / movement,
    contributors: judged.map(({ contributor }) => contributor),
  }
}

interface JudgedContributor {
  contributor: Contributor
  /** Its part of the movement beyond chance, 0 to 1. */
  power: number
}

function beyondChance({ contribution, noise }: ExactPart): number {
  return Math.max(0, Math.abs(contribution) - CHANCE * noise)
}

function causesAmong(judged: readonly JudgedContributor[]): Contributor[] {
  const causes: Contributor[] = []
  let explained = 0
  for (const { contributor, power } of judged.toSorted((a, b) => b.contributor.surprise - a.contributor.surprise)) {
    if (explained >= ENOUGH_POWER) break
    if (contributor.surprise < LEAST_SURPRISE) break
    if (power < Math.max(LEAST_POWER, contributor.weight)) continue
    causes.push(contributor)
    explained += power
  }
  return causes
}

import type { Part, Parts } from './parts.ts'
import { roundToStep } from './round-to-step.ts'

/** A part whose effects are rounded so that all parts together are the change. */
export interface ExactPart extends Part {
  contribution: number
}

/**
 * The parts of a change, rounded to multiples of `step` so that their contributions add up to `change` to the last digit, in
 * whatever order they are added.
 *
 * Sums of multiples of a power of 2 are exact as long as they stay below 2^53 steps: see `exactStep`. The residue of the
 * rounding goes to the largest contribution, where it weighs least.
 *
 * In the unit of the parts. `change` must be a multiple of `step`.
 *
 * @example
 * exactContributions([{ values: ['a'], rateEffect: 0.1, mixEffect: 0.2, ... }], 0.25, 2 ** -3)[0].contribution // 0.25
 */
export function exactContributions(parts: Parts['groups'], change: number, step: number): ExactPart[] {
  const rounded = parts.map((part) => {
    const rateEffect = roundToStep(part.rateEffect, step)
    const mixEffect = roundToStep(part.mixEffect, step)
    return { ...part, rateEffect, mixEffect, contribution: rateEffect + mixEffect }
  })
  const residue = rounded.reduce((rest, part) => rest - part.contribution, change)
  return rounded
    .toSorted((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution))
    .map((part, i) => (i === 0 ? withResidue(part, residue) : part))
}

function withResidue(part: ExactPart, residue: number): ExactPart {
  const effect = Math.abs(part.mixEffect) > Math.abs(part.rateEffect) ? 'mixEffect' : 'rateEffect'
  return { ...part, [effect]: part[effect] + residue, contribution: part.contribution + residue }
}

import type { FoundEvidence } from './evidence.ts'

export interface Evidence extends Pick<FoundEvidence, 'kind' | 'effect' | 'agreement'> {
  /** How far the data allow a judgement, 0 to 1: see `sufficiency`. */
  sufficiency: number
  /** p-value after correction for the number of series that were looked at: see `benjaminiHochberg`. */
  qValue: number
}

// Of a logistic regression, see below.
const INTERCEPTS: Record<Evidence['kind'], number> = { ANOMALY: -6.1, CHANGE_POINT: -3.4, TREND: -3.5 }
const SURPRISE_POWER = 2.5
const EFFECT_POWER = 1.6
const SUFFICIENCY_POWER = 0.7
const AGREEMENT = 0.8
/** Beyond these the share of real findings no longer changed. */
const MOST_SURPRISING = 12
const SMALLEST_EFFECT = 0.25
const LARGEST_EFFECT = 2

/**
 * Probability that a finding is real, and at least of the size that matters: of findings with the confidence .9 about nine
 * in ten are.
 *
 * The odds are a product, so that every part of the evidence raises or lowers them:
 * e^k (1 - log10 q)^2.5 effect^1.6 sufficiency^.7 e^(.8 agreement), where k is -6.1 for an anomaly, -3.4 for a change point and
 * -3.5 for a trend: those two are tested harder before they are findings at all. In it -log10 q counts up to 12, and the effect
 * from .25 to 2. The highest confidence of an anomaly is .90: no evidence makes certain.
 *
 * The powers are those of a logistic regression on synthetic series; k makes the mean right for the findings of the product,
 * found as the product finds them (`knownFindings` in testing.ts): 30 to 300 values, white and AR(1) noise, normal and heavy
 * tails, with and without season; twenty are looked at together, and in none, a tenth, three tenths or half of them something is
 * planted. Of 20,000 series of another seed for each kind, how many findings were stated so, and what share of them was real:
 *
 *     stated, from .. to   below .1   .1 .2   .2 .4   .4 .6   .6 .8   .8 .9   above .9
 *     anomalies               2,473   1,940   1,553     885     900   1,636        350
 *     real                      .08     .15     .27     .43     .61     .81        .86
 *     change points               4      57      49     164     298     220      1,051
 *     real                      .00     .67     .61     .63     .72     .88        .99
 *     trends                 15,852   1,369     785     418     424     275        825
 *     real                      .02     .12     .29     .46     .74     .82        .98
 *
 * That is the mean over workspaces: where few series have something, less of what is found is real. It takes p-values for
 * granted: one from a normal distribution must allow for the number of points that were looked at in the series.
 *
 * Reference: Platt, Probabilistic Outputs for Support Vector Machines, Advances in Large Margin Classifiers (1999), for
 * calibration by logistic regression.
 *
 * Without unit, 0 to 1. A share outside 0 to 1 and an effect below 0 are a RangeError.
 *
 * @example
 * confidence({ kind: 'ANOMALY', sufficiency: 0.8, qValue: 1e-6, effect: 2.5, agreement: 1 }) // 0.63
 */
export function confidence({ kind, sufficiency, qValue, effect, agreement }: Evidence): number {
  for (const [name, share] of Object.entries({ sufficiency, qValue, agreement })) {
    if (!(share >= 0 && share <= 1)) throw new RangeError(`${name} is not from 0 to 1: ${share}`)
  }
  if (!(effect >= 0)) throw new RangeError(`effect is negative: ${effect}`)

  const surprise = Math.min(MOST_SURPRISING, -Math.log10(qValue))
  const odds =
    Math.exp(INTERCEPTS[kind] + AGREEMENT * agreement) *
    (1 + surprise) ** SURPRISE_POWER *
    Math.max(SMALLEST_EFFECT, Math.min(effect, LARGEST_EFFECT)) ** EFFECT_POWER *
    sufficiency ** SUFFICIENCY_POWER
  return odds / (1 + odds)
}

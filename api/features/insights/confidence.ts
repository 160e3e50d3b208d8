import { benjaminiHochberg } from '../../../analytics/confidence/benjamini-hochberg.ts'
import { confidence } from '../../../analytics/confidence/confidence.ts'
import { sufficiency } from '../../../analytics/confidence/sufficiency.ts'
import type { Period } from '../../../analytics/seasons/seasonality.ts'
import type { AnsweredSeries } from '../metrics/index.ts'

/** What a finding has to say for itself. */
interface Evidence {
  pValue: number
  /** Over the least that matters; null: there is no noise to compare it with. */
  effect: number | null
  /** Share of the methods that see it. */
  agreement: number
}

/** The findings of one series, and what they were found in. */
interface Judged<Found> {
  findings: readonly (Found & Evidence)[]
  values: Float64Array
  periods: readonly Period[]
}

/** Beyond this an effect counts no more. */
const LARGE_EFFECT = 2

/**
 * How sure the findings of a series are. Who looks at many series finds something in one of them by chance, so p-values are
 * corrected for all findings of the same answer.
 */
export async function withConfidence<Found>(
  series: AnsweredSeries,
  judge: (series: AnsweredSeries) => Promise<Judged<Found> | null>,
): Promise<(Found & Evidence & { qValue: number; confidence: number })[] | null> {
  const all = await Promise.all(series.peers.map(judge))
  const qValues = benjaminiHochberg(all.flatMap((one) => one?.findings.map(({ pValue }) => pValue) ?? []))
  const place = series.peers.indexOf(series)
  const judged = all[place]
  if (!judged) return null
  const before = all.slice(0, place).reduce((sum, one) => sum + (one?.findings.length ?? 0), 0)
  const enough = sufficiencyOf(judged)
  return judged.findings.map((finding, i) => {
    const qValue = qValues[before + i]!
    const effect = finding.effect === null ? LARGE_EFFECT : Math.abs(finding.effect)
    return {
      ...finding,
      qValue,
      confidence: confidence({ sufficiency: enough, qValue, effect, agreement: finding.agreement }),
    }
  })
}

function sufficiencyOf({ values, periods }: Judged<unknown>): number {
  const count = values.filter(Number.isFinite).length
  const longest = periods.at(-1)?.period
  return sufficiency({
    count,
    missing: values.length - count,
    cycles: longest === undefined ? null : values.length / longest,
  })
}

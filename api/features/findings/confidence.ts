import { benjaminiHochberg } from '../../../analytics/confidence/benjamini-hochberg.ts'
import { confidence } from '../../../analytics/confidence/confidence.ts'
import { sufficiency } from '../../../analytics/confidence/sufficiency.ts'
import type { FoundEvidence } from '../../../analytics/confidence/evidence.ts'
import type { Period } from '../../../analytics/seasons/seasonality.ts'
import type { AnsweredSeries } from '../metrics/index.ts'

/** The findings of one series with their evidence, and what they were found in. */
interface Judged<Found> {
  findings: readonly { finding: Found; evidence: FoundEvidence }[]
  values: Float64Array
  periods: readonly Period[]
}

type Judge<Found> = (series: AnsweredSeries) => Promise<Judged<Found> | null>
/** Null: there was too little to find anything in. */
type Sure<Found> = (Found & { pValue: number; qValue: number; confidence: number })[] | null

/** By answer and kind of finding: each series needs those of all others. */
const judged = new WeakMap<readonly AnsweredSeries[], Map<string, Promise<Sure<unknown>[]>>>()

/**
 * How sure the findings of a series are. Who looks at many series finds something in one of them by chance, so p-values are
 * corrected for all findings of the same answer and the same kind. All its series are judged once, when one of them is asked for.
 */
export async function withConfidence<Found>(
  series: AnsweredSeries,
  kind: string,
  judge: Judge<Found>,
): Promise<Sure<Found>> {
  const { peers } = series
  const ofAnswer = judged.get(peers) ?? new Map<string, Promise<Sure<unknown>[]>>()
  judged.set(peers, ofAnswer)
  const all = (ofAnswer.get(kind) ?? judgeAll(peers, judge)) as Promise<Sure<Found>[]>
  ofAnswer.set(kind, all)
  return (await all)[peers.indexOf(series)]!
}

async function judgeAll<Found>(peers: readonly AnsweredSeries[], judge: Judge<Found>): Promise<Sure<Found>[]> {
  const all = await Promise.all(peers.map(judge))
  const pValues = all.flatMap((one) => one?.findings.map(({ evidence }) => evidence.pValue) ?? [])
  const qValues = benjaminiHochberg(pValues).values()
  return all.map((one) => {
    if (!one) return null
    const enough = sufficiencyOf(one)
    return one.findings.map(({ finding, evidence }) => {
      const qValue = qValues.next().value!
      const { pValue } = evidence
      return { ...finding, pValue, qValue, confidence: confidence({ ...evidence, sufficiency: enough, qValue }) }
    })
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

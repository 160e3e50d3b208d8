import { evidenceOfTrend } from '../../../analytics/confidence/evidence.ts'
import { trendSentence } from '../../../analytics/sentences/trend-sentence.ts'
import type { AnsweredSeries } from '../metrics/index.ts'
import { analyse, type Analysing, type Finding, outlineOf, TooFew } from './analyse.ts'
import { withConfidence } from './confidence.ts'
import { partOf } from './series-part.ts'
import type { Trend } from './trend.ts'
import { calendarOf, subjectOf } from './words.ts'

/** Whether a series rises or falls since it last changed for good. */
export function findTrend(series: AnsweredSeries, deps: Analysing): Promise<Finding<Trend>> {
  return analyse(series, async (part) => {
    const found = await withConfidence(series, 'trend', (one) => judge(one, deps))
    if (!found) {
      const { changes } = await outlineOf(deps, part)
      return changes?.length ? new TooFew(part.values.subarray(changes.at(-1)!.index), ' since it last changed') : null
    }
    const trend = found[0]!
    const [first, last] = [part.startOf(trend.from), part.startOf(trend.to)]
    const told = { ...trend, from: Date.parse(first), to: Date.parse(last), count: trend.to - trend.from + 1 }
    const sentence = trendSentence(subjectOf(series), told, calendarOf(part))
    return { ...trend, from: first, to: part.startOf(trend.to + 1), sentence }
  })
}

async function judge(series: AnsweredSeries, deps: Analysing) {
  const part = partOf(series)
  if (typeof part === 'string') return null
  const { adjusted, changes, periods } = await outlineOf(deps, part)
  const trend = await deps.analyst.analyse('trend', { values: adjusted, from: changes?.at(-1)?.index ?? 0 })
  if (!trend) return null
  const findings = [{ finding: trend, evidence: evidenceOfTrend(trend) }]
  return { findings, values: adjusted.subarray(trend.from), periods: periods ?? [] }
}

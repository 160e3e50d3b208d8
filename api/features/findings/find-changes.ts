import { evidenceOfChange } from '../../../analytics/confidence/evidence.ts'
import { changeSentence } from '../../../analytics/sentences/change-sentence.ts'
import type { AnsweredSeries } from '../metrics/index.ts'
import { analyse, type Analysing, type Finding, outlineOf } from './analyse.ts'
import type { ChangePoint } from './change-point.ts'
import { withConfidence } from './confidence.ts'
import { partOf } from './series-part.ts'
import { calendarOf, subjectOf } from './words.ts'

/** Where a series changes for good, in order of time. */
export function findChanges(series: AnsweredSeries, deps: Analysing): Promise<Finding<ChangePoint[]>> {
  return analyse(series, async (part) => {
    const found = await withConfidence(series, 'changes', (one) => judge(one, deps))
    if (!found) return null
    const subject = subjectOf(series)
    const calendar = calendarOf(part)
    return found.map(({ index, baselineStart, baselineEnd: _end, ...change }) => {
      const at = part.startOf(index)
      const sentence = changeSentence(subject, { ...change, at: Date.parse(at) }, calendar)
      return { ...change, at, baselineFrom: part.startOf(baselineStart), sentence, series }
    })
  })
}

async function judge(series: AnsweredSeries, deps: Analysing) {
  const part = partOf(series)
  if (typeof part === 'string') return null
  const { changes, periods } = await outlineOf(deps, part)
  if (!changes) return null
  const findings = changes.map((change) => ({ finding: change, evidence: evidenceOfChange(change) }))
  return { findings, values: part.values, periods: periods ?? [] }
}

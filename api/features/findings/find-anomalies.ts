import { anomalySentence } from '../../../analytics/sentences/anomaly-sentence.ts'
import type { AnsweredSeries } from '../metrics/index.ts'
import { analyse, type Analysing, candidatesOf, type Finding, outlineOf } from './analyse.ts'
import type { Anomaly } from './anomaly.ts'
import type { BandPoint } from './band.ts'
import { withConfidence } from './confidence.ts'
import { partOf, type SeriesPart } from './series-part.ts'
import { calendarOf, subjectOf } from './words.ts'

/** Standard deviations that make one value alone an anomaly. */
const USUAL_LIMIT = 4

/** Where a series was unusual for its season and level, in order of time. */
export function findAnomalies(
  series: AnsweredSeries,
  sensitivity: number,
  deps: Analysing,
): Promise<Finding<Anomaly[]>> {
  return analyse(series, async (part) => {
    const found = await withConfidence(series, `anomalies ${sensitivity}`, (one) => judge(one, sensitivity, deps))
    if (!found) return null
    const subject = subjectOf(series)
    const calendar = calendarOf(part)
    return found.map(
      ({ start, end, peak, baselineStart, baselineEnd, agreement: _share, effect: _size, ...anomaly }) => {
        const startOf = (index: number) => Date.parse(part.startOf(index))
        return {
          ...anomaly,
          from: part.startOf(start),
          to: part.startOf(end + 1),
          at: part.startOf(peak),
          baselineFrom: part.startOf(baselineStart),
          baselineTo: part.startOf(baselineEnd + 1),
          sentence: anomalySentence(subject, { ...anomaly, start: startOf(start), end: startOf(end) }, calendar),
          series,
        }
      },
    )
  })
}

async function judge(series: AnsweredSeries, sensitivity: number, deps: Analysing) {
  const part = partOf(series)
  if (typeof part === 'string') return null
  const { options, periods } = await usualOf(part, sensitivity, deps)
  const found = await deps.analyst.analyse('anomalies', options)
  if (!found) return null
  const findings = found.map((anomaly) => ({
    ...anomaly,
    // Whoever looks at many buckets finds one that is far out by chance.
    pValue: Math.min(1, anomaly.pValue * part.values.length),
    effect: anomaly.score / USUAL_LIMIT,
    agreement: 1,
  }))
  return { findings, values: part.values, periods }
}

/** What is usual in each bucket of a series. */
export function findBand(series: AnsweredSeries, sensitivity: number, deps: Analysing): Promise<Finding<BandPoint[]>> {
  return analyse(series, async (part) => {
    const { options } = await usualOf(part, sensitivity, deps)
    const found = await deps.analyst.analyse('band', options)
    if (!found) return null
    const { expected, lower, upper } = found
    return Array.from(expected, (value, i) => ({
      at: part.startOf(i),
      expected: value,
      lower: lower[i]!,
      upper: upper[i]!,
    }))
  })
}

async function usualOf(part: SeriesPart, sensitivity: number, deps: Analysing) {
  const { periods, seasonal } = await outlineOf(deps, part)
  const options = { values: part.values, seasonal, periods: candidatesOf(part), sensitivity }
  return { options, periods: periods ?? [] }
}

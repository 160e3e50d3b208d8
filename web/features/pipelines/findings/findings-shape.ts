import type { ChartOverlays } from '../../../charts/index.ts'
import { granularityMs, type Granularity } from '../../../lib/granularity.ts'
import type { Span } from '../../../lib/range.ts'
import type { PipelineCharts } from '../pipeline-shape.ts'
import { findingNames, type FindingName } from '../search.ts'
import type { Calendar, FoundSeries } from './finding-words.ts'
import { analysedMeasures, type AnalysedMeasure } from './findings-query.ts'
import { seriesFindings, type SeriesFinding } from './series-finding.ts'

/** What was found in one measure. */
export interface MeasureFindings {
  measure: AnalysedMeasure
  /** Its name for people. */
  title: string
  /** Each finding in words, also that there is none and why. */
  words: readonly Pick<SeriesFinding, 'title' | 'text'>[]
  overlays: ChartOverlays
}

const titles: Readonly<Record<AnalysedMeasure, string>> = {
  count: 'Jobs',
  failure_rate: 'Failure rate',
  duration_p95: 'Duration p95',
}

/** What is shown of an answer, by measure. A finding that was not asked for yet is left out. */
export function shapeFindings(
  answer: readonly FoundSeries[],
  shown: readonly FindingName[],
  calendar: Calendar,
): MeasureFindings[] {
  return analysedMeasures.flatMap((measure) => {
    const series = answer.find((one) => one.measure === measure)
    if (!series) return []
    const findings = findingNames
      .filter((name) => shown.includes(name))
      .flatMap((name) => seriesFindings[name](series, calendar) ?? [])
    const overlays = findings.reduce<ChartOverlays>((all, finding) => joined(all, finding.overlays), {})
    return [{ measure, title: titles[measure], words: findings, overlays: named(overlays, measure, series.id) }]
  })
}

const joined = (a: ChartOverlays, b: ChartOverlays): ChartOverlays => ({
  ...a,
  ...b,
  lines: [...(a.lines ?? []), ...(b.lines ?? [])],
  bands: [...(a.bands ?? []), ...(b.bands ?? [])],
})

/** Says of which series of its chart they speak. Jobs are drawn as a stack of statuses: their number is the sum of all. */
function named(overlays: ChartOverlays, measure: AnalysedMeasure, id: string): ChartOverlays {
  if (measure === 'count') return overlays
  if (measure === 'failure_rate') return { ...overlays, of: id }
  return { ...overlays, of: id, lines: overlays.lines?.map(ofP95), bands: overlays.bands?.map(ofP95) }
}

const ofP95 = <T extends { label: string }>(part: T): T => ({ ...part, label: `${part.label} of p95` })

/** True when an answer is about the range that the charts show: both move on with the clock, but not at the same moment. */
export function isAbout(answer: readonly FoundSeries[], range: Span, every: Granularity): boolean {
  const [first] = answer
  if (!first) return false
  const slack = 2 * granularityMs[every]
  return Math.abs(Date.parse(first.from) - range.from) < slack && Math.abs(Date.parse(first.to) - range.to) < slack
}

/** The charts with what was found drawn over them. */
export function withFindings(charts: PipelineCharts, found: readonly MeasureFindings[]): PipelineCharts {
  const overlaysOf = (measure: AnalysedMeasure) => found.find((one) => one.measure === measure)?.overlays
  return {
    ...charts,
    byStatus: { ...charts.byStatus, overlays: overlaysOf('count') },
    failureRate: { ...charts.failureRate, overlays: overlaysOf('failure_rate') },
    durations: { ...charts.durations, overlays: overlaysOf('duration_p95') },
  }
}

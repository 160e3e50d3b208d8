import { summarise } from '../charts/summary.ts'
import type { PanelAnswers } from './panel.ts'
import { seriesData } from './series-data.ts'
import type { TimeOptions } from './time-options.ts'

/** A panel over time in words; says so when its answer has not come. */
export function timeSummary({ SERIES: answer }: PanelAnswers, { thresholds }: TimeOptions, title: string): string {
  if (!answer) return `${title}: no data yet.`
  const charts = seriesData(answer, { thresholds, annotations: [], colourOf: () => 0 })
  return charts.map((data) => summarise(data, { title })).join(' ')
}

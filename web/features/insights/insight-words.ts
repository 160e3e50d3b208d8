import { shortValue } from '../../charts/index.ts'
import type { InsightCardFragment, InsightKind, InsightState } from '../../gql/graphql.ts'
import { formatDate } from '../../lib/format-time.ts'
import { formatMoney, formatPercent } from '../../lib/format.ts'
import { spanWords } from '../../lib/range-words.ts'
import type { insightMeasures } from './insights-search.ts'

type Measured = Pick<InsightCardFragment, 'unit' | 'currency'>

/** The word for each kind. */
export const kindWords: Readonly<Record<InsightKind, string>> = {
  ANOMALY: 'Unusual values',
  CHANGE_POINT: 'Change for good',
  TREND: 'Trend',
}

/** The word for each state. */
export const stateWords: Readonly<Record<InsightState, string>> = { NEW: 'New', ONGOING: 'Ongoing', OVER: 'Over' }

/** The measures as the filter names them. */
export const measureWords: Readonly<Record<(typeof insightMeasures)[number], string>> = {
  count: 'Jobs',
  failure_rate: 'Failure rate',
  duration_p50: 'Duration',
  queue_p50: 'Queue time',
  cost: 'Cost',
}

const methods: Readonly<Record<string, string>> = {
  ROBUST_DEVIATION: 'Distance from what is usual for the season and level, in robust standard deviations',
  LEVEL_SHIFT: 'A shift of the level: later values are judged by the new one',
  MANN_WHITNEY: 'Comparison of the values before and after (Mann-Whitney test)',
  REGRESSION: 'Comparison of the slopes before and after (regression)',
  MANN_KENDALL:
    'Test whether later values are higher or lower (Mann-Kendall), and the median of all slopes (Theil-Sen)',
}

/** How it was found, in plain words. A method that the page does not know is named as the server does. */
export const methodWords = (method: string): string => methods[method] ?? method

/** How likely it is to be real, in words and as a figure: 'Likely real (82%)'. */
export function confidenceWords(confidence: number): string {
  return `${likelihood(confidence)} (${Math.round(confidence * 100)}%)`
}

function likelihood(confidence: number): string {
  if (confidence >= 0.9) return 'Very likely real'
  return confidence >= 0.7 ? 'Likely real' : 'More likely real than not'
}

/** A value of the measure; money with its currency. */
export function valueWords(value: number, { unit, currency }: Measured): string {
  return currency == null ? shortValue(value, unit) : formatMoney(value, currency)
}

/** A part of a change, signed. Of a share it is a number of percentage points. */
export function contributionWords(contribution: number, measured: Measured): string {
  const size = Math.abs(contribution)
  const words = measured.unit === 'RATIO' ? `${Number((size * 100).toFixed(1))} points` : valueWords(size, measured)
  return contribution < 0 ? `−${words}` : `+${words}`
}

/** A part of a whole change in percent; null where there is no change to have a part of. */
export function shareWords(share: number | null | undefined): string | null {
  if (share == null) return null
  return share < 0 ? `−${formatPercent(-share)}` : formatPercent(share)
}

/** A group by its dimensions: 'trigger manual, attempt 3'. */
export function groupWords(key: InsightCardFragment['contributors'][number]['key']): string {
  return key.map(({ dimension, value }) => `${dimension} ${value ?? 'without value'}`).join(', ')
}

/** A probability with two figures: '0.034'; very small ones as '< 0.0001'. */
export function probabilityWords(probability: number): string {
  return probability < 0.0001 ? '< 0.0001' : String(Number(probability.toPrecision(2)))
}

/** From when to when, in UTC, as the scans count days. */
export function extentWords({ startedAt, endedAt }: Pick<InsightCardFragment, 'startedAt' | 'endedAt'>): string {
  const from = Date.parse(startedAt)
  if (endedAt != null) return `${spanWords({ from, to: Date.parse(endedAt) }, 'UTC')} (UTC)`
  const clock = new Date(from).toISOString().slice(11, 16)
  return `Since ${formatDate(from, 'UTC')}${clock === '00:00' ? '' : `, ${clock}`} (UTC)`
}

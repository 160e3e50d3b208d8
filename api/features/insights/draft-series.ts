import { AVERAGE_MS } from '../../lib/average-length.ts'
import type { Services } from '../../schema/context.ts'
import type { Contributor, Explaining } from '../causes/index.ts'
import {
  type Anomaly,
  type ChangePoint,
  contributorsOfAnomaly,
  contributorsOfChange,
  findAnomalies,
  findChanges,
  findTrend,
  type Trend,
} from '../findings/index.ts'
import type { AnsweredSeries } from '../metrics/index.ts'
import type { Draft } from './draft.ts'
import { draftOfAnomaly, draftOfChange, draftOfTrend } from './draft-of.ts'
import type { Watch } from './watches.ts'

/** Less sure findings are noise to whoever is told of them. */
const LEAST_CONFIDENCE = 0.5
const MOST_Q = 0.05
/** Smaller changes are real and change nothing for anybody: a share of what was before. */
const LEAST_CHANGE = 0.1
/** A share of so few jobs says nothing. */
const LEAST_JOBS = 3
const USUAL_SENSITIVITY = 1
/** With noise, an event and the change that it is may seem to begin so many buckets apart. */
const NEAR_BUCKETS = 2

/** A draft, and how to find out what contributed to it. */
export interface Drafted {
  draft: Draft
  contributors: (deps: Explaining) => Promise<Contributor[]>
}

interface Look {
  watch: Watch
  now: Date
  /** Jobs of the same pipeline, bucket by bucket. */
  jobs: AnsweredSeries | undefined
}

/** What there is to tell of a series: what is sure enough, large enough, and no longer ago than the watch looks. */
export async function draftSeries(
  deps: Pick<Services, 'analyst'>,
  series: AnsweredSeries,
  look: Look,
): Promise<Drafted[]> {
  const { finds } = look.watch
  const [changes, trend, anomalies] = await Promise.all([
    finds.includes('CHANGE_POINT') ? findChanges(series, deps) : null,
    finds.includes('TREND') ? findTrend(series, deps) : null,
    finds.includes('ANOMALY') ? findAnomalies(series, USUAL_SENSITIVITY, deps) : null,
  ])
  const told = (changes?.found ?? []).filter(tellsChange)
  const drafts: Drafted[] = [
    ...(anomalies?.found ?? [])
      .filter((anomaly) => tellsAnomaly(anomaly, look) && !told.some((change) => beginsWith(anomaly, change, look)))
      .map((anomaly) => ({
        draft: draftOfAnomaly(anomaly),
        contributors: (all: Explaining) => contributorsOfAnomaly(anomaly, all),
      })),
    ...told.map((change) => ({
      draft: draftOfChange(change),
      contributors: (all: Explaining) => contributorsOfChange(change, all),
    })),
  ]
  if (trend?.found && tellsTrend(trend.found, series)) {
    drafts.push({ draft: draftOfTrend(trend.found, series), contributors: async () => [] })
  }
  return drafts.filter(({ draft }) => isSure(draft) && isNews(draft, look))
}

function isSure({ qValue, confidence }: Draft): boolean {
  return qValue <= MOST_Q && confidence >= LEAST_CONFIDENCE
}

function isNews({ kind, startedAt, endedAt }: Draft, { watch, now }: Look): boolean {
  if (kind === 'TREND') return true
  const latest = kind === 'CHANGE_POINT' ? startedAt : (endedAt ?? now)
  return now.getTime() - latest.getTime() <= watch.newsMs
}

/** Shifts of level are told as change points. A rate that a single job makes is none. */
function tellsAnomaly({ method, at, actual, expected, series }: Anomaly, { jobs }: Look): boolean {
  if (method === 'LEVEL_SHIFT') return false
  if (series.unit !== 'RATIO') return true
  const ofBucket = jobs?.points.find((point) => point.at === at)?.value ?? 0
  return Math.abs(actual - expected) * ofBucket >= LEAST_JOBS
}

/** What begins with a change for good is that change. */
function beginsWith({ from }: Anomaly, { at }: ChangePoint, { watch }: Look): boolean {
  return Math.abs(Date.parse(from) - Date.parse(at)) <= NEAR_BUCKETS * AVERAGE_MS[watch.every]
}

/** A turn of the slope shows as a trend. */
function tellsChange({ kind, before, after }: ChangePoint): boolean {
  return kind === 'LEVEL' && Math.abs(after - before) >= LEAST_CHANGE * Math.abs(before)
}

function tellsTrend({ direction, slopePerPoint, n }: Trend, series: AnsweredSeries): boolean {
  const values = series.points.slice(-n).flatMap(({ value }) => value ?? [])
  const size = values.reduce((sum, value) => sum + Math.abs(value), 0) / values.length
  return direction !== 'NONE' && Math.abs(slopePerPoint) * n >= LEAST_CHANGE * size
}

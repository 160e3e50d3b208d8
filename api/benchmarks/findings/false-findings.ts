import { calendarPeriods } from '../../../analytics/seasons/calendar-periods.ts'
import type { Analyst } from '../../analyst/index.ts'
import { plannedBetween } from '../../demo/history.ts'
import { PIPELINES } from '../../demo/pipelines.ts'
import { normal, seededRandom } from '../../demo/random.ts'
import { snapshot } from '../../demo/snapshot.ts'
import { DAY_MS } from '../../lib/zoned-time.ts'
import { DEMO_MEASURES, type DemoMeasure, inBuckets, measured } from './demo-series.ts'
import { type Findings, findingsOf } from './findings-of.ts'

/** What is found where nothing is, in percent. */
export interface FalseFindings {
  series: number
  /** Share of the days with a value that lie in an anomaly; of a level shift its first. */
  anomalyDays: number
  /** Share of the series that rise or fall, and that have a change point. */
  trends: number
  changePoints: number
}

const DAYS = 90
const WEEK = [20, 25, 30, 25, 20, -60, -60]
const MEMORY = 0.6
/** With fewer there are no anomalies to be found. */
const FEWEST_VALUES = 24
/** Long before the history of a demo begins, and with it its story. */
const BEFORE_STORY_MS = 400 * DAY_MS

/** Of so many series of each kind of noise, and of so many demos without their events: every measure of every pipeline. */
export async function measureFalseFindings(analyst: Analyst, { series, demos }: { series: number; demos: number }) {
  const ofNoise = (make: (random: () => number) => Float64Array) =>
    Array.from({ length: series }, (_, seed) => make(seededRandom('noise', seed)))
  const inWeek = (values: Float64Array) => values.map((value, day) => value + WEEK[day % 7]!)
  const kinds = {
    whiteNoise: ofNoise((random) => noise(random, 0)),
    ar1: ofNoise((random) => noise(random, MEMORY)),
    seasonal: ofNoise((random) => inWeek(noise(random, 0))),
    seasonalAr1: ofNoise((random) => inWeek(noise(random, MEMORY))),
    demo: Array.from({ length: demos }, (_, seed) => quietDemo(seed)).flat(),
  }
  const shares: Record<string, FalseFindings> = {}
  for (const [kind, all] of Object.entries(kinds)) shares[kind] = await sharesOf(analyst, all)
  return shares
}

/** Days around 100 with a standard deviation of 10; each remembers a share `memory` of the one before. */
function noise(random: () => number, memory: number): Float64Array {
  const values = new Float64Array(DAYS)
  let last = normal(random)
  for (let day = 0; day < DAYS; day++) {
    values[day] = 100 + 10 * last
    last = memory * last + Math.sqrt(1 - memory ** 2) * normal(random)
  }
  return values
}

/** Every measure of every pipeline by day. Demos of different seeds start on different days. */
function quietDemo(seed: number): Float64Array[] {
  const start = Date.UTC(2026, 10, 20) + seed * DAY_MS
  const axis = { from: start - BEFORE_STORY_MS, to: start - BEFORE_STORY_MS + DAYS * DAY_MS, bucketMs: DAY_MS }
  const jobs = [...plannedBetween({ seed, start }, axis.from, axis.to)]
  return PIPELINES.flatMap(({ key }) => {
    const own = jobs.filter(({ pipeline }) => pipeline === key).flatMap((job) => snapshot(job, start))
    // The backfill begins with the story.
    if (own.length === 0) return []
    const buckets = inBuckets(own, axis)
    return Object.keys(DEMO_MEASURES).map((measure) => measured(buckets, measure as DemoMeasure))
  })
}

async function sharesOf(analyst: Analyst, all: readonly Float64Array[]): Promise<FalseFindings> {
  const judged = all.filter((values) => values.filter(Number.isFinite).length >= FEWEST_VALUES)
  const found = await Promise.all(judged.map((values) => findingsOf(analyst, values, calendarPeriods(DAY_MS))))
  const days = judged.reduce((sum, values) => sum + values.filter(Number.isFinite).length, 0)
  const share = (part: number, whole: number) => Number(((100 * part) / whole).toFixed(2))
  return {
    series: judged.length,
    anomalyDays: share(
      found.reduce((sum, findings) => sum + anomalyDays(findings), 0),
      days,
    ),
    trends: share(found.filter(({ trend }) => trend && trend.direction !== 'NONE').length, judged.length),
    changePoints: share(found.filter(({ changePoints }) => changePoints.length > 0).length, judged.length),
  }
}

function anomalyDays({ anomalies }: Findings): number {
  return anomalies.reduce((sum, { method, start, end }) => sum + (method === 'LEVEL_SHIFT' ? 1 : end - start + 1), 0)
}

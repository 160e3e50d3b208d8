import { calendarPeriods } from '../../../analytics/seasons/calendar-periods.ts'
import type { Analyst } from '../../analyst/index.ts'
import { demoHistory } from '../../demo/history.ts'
import { COST_SPIKE, DRIFT, HISTORY_DAYS, INCIDENT, RELEASES } from '../../demo/story.ts'
import type { JobEvent } from '../../ingest/index.ts'
import { DAY_MS, HOUR_MS } from '../../lib/zoned-time.ts'
import { type DemoMeasure, inBuckets, measured } from './demo-series.ts'
import { type Findings, findingsOf } from './findings-of.ts'

/** An event of the demo's story, the series in which it shows, and what is to be found of it there. */
interface Planted {
  pipeline: string
  measure: DemoMeasure
  bucketMs: number
  /** How many days before today are looked at. */
  days: number
  daysAgo: number
  /** When it begins on that day, and how many buckets it takes. */
  hour: number
  buckets: number
  /** Where no number of anomalies is given they do not count: single days may be unusual within a drift. */
  shows: { anomalies?: 1; changePoints: 0 | 1; rises: boolean }
}

/** How the findings of an event agree with what was planted, over demos. */
export interface PlantedScore {
  /** Share of the demos in which it is found once, as what it is, and as nothing else. */
  found: number
  /** The most by which the start of the finding was off in these. */
  bucketsOff: number
}

const SERIES = { bucketMs: DAY_MS, days: HISTORY_DAYS, hour: 0, buckets: 1 }
const ANOMALY = { anomalies: 1, changePoints: 0, rises: false } as const
const OUTAGE = { measure: 'failure_rate', daysAgo: INCIDENT.daysAgo, shows: ANOMALY } as const
const OUTAGE_HOURS = { ...OUTAGE, bucketMs: HOUR_MS, days: 30, hour: INCIDENT.hour, buckets: INCIDENT.hours }
const [release] = RELEASES

const PLANTED: Record<string, Planted> = {
  drift: {
    ...{ ...SERIES, ...DRIFT, measure: 'duration_avg', daysAgo: HISTORY_DAYS, buckets: HISTORY_DAYS },
    shows: { changePoints: 0, rises: true },
  },
  // The anomalies of a series have its shifts too, once each.
  levelShift: {
    ...{ ...SERIES, ...release!, hour: 0, measure: 'duration_avg' },
    shows: { anomalies: 1, changePoints: 1, rises: false },
  },
  costSpike: { ...SERIES, pipeline: COST_SPIKE.pipeline, daysAgo: COST_SPIKE.daysAgo, measure: 'cost', shows: ANOMALY },
  ...Object.fromEntries(
    INCIDENT.pipelines.map((pipeline) => [`incidentDay ${pipeline}`, { ...SERIES, ...OUTAGE, pipeline }]),
  ),
  ...Object.fromEntries(
    // With one job an hour an hour fails or does not: only the day tells.
    INCIDENT.pipelines.slice(0, 2).map((pipeline) => [`incidentHour ${pipeline}`, { ...OUTAGE_HOURS, pipeline }]),
  ),
}

/** Of demos with other seeds that start on other days, whether each event of the story is found. */
export async function measurePlanted(analyst: Analyst, demos: number): Promise<Record<string, PlantedScore>> {
  const scores: Record<string, { found: number; bucketsOff: number }> = {}
  for (let seed = 0; seed < demos; seed++) {
    const now = Date.UTC(2026, 10, 20, 10, 55) + seed * DAY_MS
    const events = [...demoHistory(seed, new Date(now))]
    for (const [name, planted] of Object.entries(PLANTED)) {
      const { isFound, bucketsOff } = await look(analyst, planted, { events, now })
      const score = (scores[name] ??= { found: 0, bucketsOff: 0 })
      if (!isFound) continue
      score.found += 1 / demos
      score.bucketsOff = Math.max(score.bucketsOff, bucketsOff)
    }
  }
  return Object.fromEntries(
    Object.entries(scores).map(([name, score]) => [name, { ...score, found: Number(score.found.toFixed(3)) }]),
  )
}

async function look(analyst: Analyst, planted: Planted, { events, now }: { events: JobEvent[]; now: number }) {
  const { pipeline, measure, bucketMs, days, daysAgo, hour, buckets, shows } = planted
  const today = Math.floor(now / DAY_MS) * DAY_MS
  const from = today - days * DAY_MS
  const own = events.filter((event) => event.pipeline === pipeline)
  const values = measured(inBuckets(own, { from, to: today, bucketMs }), measure)
  const findings = await findingsOf(analyst, values, calendarPeriods(bucketMs))

  const begins = ((days - daysAgo) * DAY_MS + hour * HOUR_MS) / bucketMs
  const { anomalies, changePoints, rises } = about(findings, begins, begins + buckets)
  const starts = [...(shows.anomalies ? anomalies : []), ...changePoints, ...(shows.rises ? rises : [])]
  return {
    isFound:
      (!shows.anomalies || anomalies.length === shows.anomalies) &&
      changePoints.length === shows.changePoints &&
      (!shows.rises || rises.length > 0),
    bucketsOff: Math.max(0, ...starts.map((start) => Math.abs(start - begins))),
  }
}

/** Where findings begin that lie between two buckets, or beside these. */
function about({ anomalies, changePoints, trend }: Findings, start: number, end: number) {
  return {
    anomalies: anomalies.filter((one) => one.start <= end && one.end >= start - 1).map((one) => one.start),
    changePoints: changePoints.map(({ index }) => index).filter((index) => index >= start - 1 && index <= end),
    rises: trend?.direction === 'UP' ? [trend.from] : [],
  }
}

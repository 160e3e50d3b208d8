/**
 * What happened in the demo organization, as data: the events that charts, comparisons and detectors should find.
 * Days count back from the UTC day of the first start, so a fresh demo always has them in its last 90 days.
 */
const HOUR = 3_600_000
const DAY = 24 * HOUR

/** How many days of history a fresh demo has. */
export const HISTORY_DAYS = 90

/** The order data grows: from the first day on the nightly run takes 0.6 % longer every day, 24 to about 41 minutes in 90 days. */
export const DRIFT = { pipeline: 'orders-nightly-etl', perDay: 0.006, mostDays: 180 }

/** Releases, newest first. Invoice extraction 2.8.0 brought a slower model: run times are 1.6 times as long since. */
export const RELEASES = [
  { pipeline: 'invoice-extraction', daysAgo: 31, hour: 9, release: '2.8.0', runFactor: 1.6 },
  { pipeline: 'invoice-extraction', daysAgo: 62, hour: 9, release: '2.7.0', runFactor: 1 },
  { pipeline: 'invoice-extraction', daysAgo: Infinity, hour: 0, release: '2.6.3', runFactor: 1 },
  { pipeline: 'fraud-scoring', daysAgo: 24, hour: 14, release: '5.2.0', runFactor: 1 },
  { pipeline: 'fraud-scoring', daysAgo: Infinity, hour: 0, release: '5.1.4', runFactor: 1 },
]

/** For five hours the primary database refused connections: most jobs of three pipelines failed, all in the same way. */
export const INCIDENT = {
  pipelines: ['warehouse-sync', 'fraud-scoring', 'crm-contacts-sync'],
  daysAgo: 12,
  hour: 10,
  hours: 5,
  failure: 0.88,
  error: 'connection to server at "db-primary-2.internal" ({ip}), port 5432 failed: Connection refused (attempt {n})',
}

/** On one day training ran on the wrong machines: seven times the price. */
export const COST_SPIKE = { pipeline: 'model-training', daysAgo: 19, factor: 7, labels: { machine: 'gpu-8x-large' } }

/** A backfill of old orders began shortly before the first start and goes on. */
const BACKFILL = { pipeline: 'orders-backfill', hoursAgo: 3 }

/** How the story bends a job of one pipeline that is queued at one moment. */
export interface Effect {
  /** False before the pipeline existed. */
  exists: boolean
  /** Factor on the size of the work: run time and what is counted. */
  size: number
  /** Factor on the run time alone. */
  run: number
  cost: number
  incident: { failure: number; error: string } | null
  labels: Record<string, string>
}

/** The effect at the moment `at` of the story of a demo that was first started at `start` (both in ms since 1970). */
export function effectOn(pipeline: string, at: number, start: number): Effect {
  const today = Math.floor(start / DAY) * DAY
  const since = (daysAgo: number, hour: number) => at - (today - daysAgo * DAY + hour * HOUR)

  const daysOfDrift = Math.min(Math.max(0, since(HISTORY_DAYS, 0) / DAY), DRIFT.mostDays)
  const release = RELEASES.find((entry) => entry.pipeline === pipeline && since(entry.daysAgo, entry.hour) >= 0)
  const intoIncident = since(INCIDENT.daysAgo, INCIDENT.hour)
  const hit = INCIDENT.pipelines.includes(pipeline) && intoIncident >= 0 && intoIncident < INCIDENT.hours * HOUR
  const intoSpike = since(COST_SPIKE.daysAgo, 0)
  const spike = pipeline === COST_SPIKE.pipeline && intoSpike >= 0 && intoSpike < DAY
  return {
    exists: pipeline !== BACKFILL.pipeline || at >= start - BACKFILL.hoursAgo * HOUR,
    size: pipeline === DRIFT.pipeline ? (1 + DRIFT.perDay) ** daysOfDrift : 1,
    run: release?.runFactor ?? 1,
    cost: spike ? COST_SPIKE.factor : 1,
    incident: hit ? { failure: INCIDENT.failure, error: INCIDENT.error } : null,
    labels: { ...(release && { release: release.release }), ...(spike && COST_SPIKE.labels) },
  }
}

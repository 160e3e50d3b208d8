import type { Behaviour } from '../../../analytics/clusters/behaviour.ts'
import type { Reach } from '../../db/reach.ts'
import { DAY_MS, HOUR_MS, wallOf } from '../../lib/zoned-time.ts'
import { type AskDeps, askTable, type Cell, type MetricQuery } from '../metrics/index.ts'

/** Of how many days: each hour of the week twice. */
export const DAYS = 14
/** Of how many pipelines at most: the hours of more are more rows than an answer may have. */
export const MOST_PIPELINES = 140

const HOURS_OF_WEEK = 168
const MEASURES = ['succeeded', 'failed', 'timed_out', 'duration_p50', 'duration_p95']

/** How a pipeline behaved. */
export interface PipelineBehaviour {
  /** Its key. */
  pipeline: string
  behaviour: Behaviour
}

/**
 * How pipelines behaved in the last 14 days, up to the last full hour: those that ran most, the most frequent first. Those of
 * which no run ended, or has a duration, or whose hours are not kept any more, are left out.
 */
export async function askBehaviours(
  deps: AskDeps,
  reach: Reach,
  timezone: string,
  now: Date,
): Promise<PipelineBehaviour[]> {
  const to = new Date(Math.floor(now.getTime() / HOUR_MS) * HOUR_MS)
  const question: MetricQuery = {
    dataset: 'jobs',
    measures: ['count'],
    dimensions: ['pipeline'],
    range: { from: new Date(to.getTime() - DAYS * DAY_MS), to },
    timezone,
  }
  const ranked = { ...question, orderBy: [{ by: 'count' }], limit: MOST_PIPELINES }
  const totals = await askTable(deps, reach, { ...ranked, measures: ['count', ...MEASURES] }, now)
  const behaviours = new Map(
    totals.rows.flatMap(([pipeline, _count, ...numbers]) => {
      const behaviour = behaviourOf(numbers)
      return behaviour ? [[String(pipeline), behaviour] as const] : []
    }),
  )
  if (behaviours.size === 0) return []

  // As rows: a series would put all its keys and buckets in order, which takes five times as long.
  const filters = [{ dimension: 'pipeline', op: 'IN' as const, values: [...behaviours.keys()] }]
  const hourly = await askTable(deps, reach, { ...question, every: 'HOUR', filters, limit: MOST_ROWS }, now)
  for (const [at, rows] of Map.groupBy(hourly.rows, ([time]) => time)) {
    const hour = hourOfWeek(Date.parse(String(at)), timezone)
    for (const [, pipeline, count] of rows) behaviours.get(String(pipeline))!.hourOfWeek[hour]! += Number(count)
  }
  const found = [...behaviours].map(([pipeline, behaviour]) => ({ pipeline, behaviour }))
  return found.filter(({ behaviour }) => behaviour.hourOfWeek.some((runs) => runs > 0))
}

/** One bucket more than there are hours, where a zone begins its hours at half past. */
const MOST_ROWS = MOST_PIPELINES * (DAYS * 24 + 1)

/** From the measures; no runs in any hour yet. */
function behaviourOf(numbers: readonly Cell[]): (Behaviour & { hourOfWeek: Float64Array }) | null {
  const [succeeded, failed, timedOut, ...durations] = numbers.map((cell) => (typeof cell === 'number' ? cell : NaN))
  const ended = succeeded! + failed! + timedOut!
  if (!(ended > 0) || durations.some(Number.isNaN)) return null
  return { hourOfWeek: new Float64Array(HOURS_OF_WEEK), durations, ended, failed: failed! + timedOut! }
}

/** Hours since Sunday, midnight. */
function hourOfWeek(at: number, timezone: string): number {
  const hours = Math.floor(wallOf(at, timezone) / HOUR_MS)
  // 1 January 1970 was a Thursday.
  return (hours + 4 * (DAY_MS / HOUR_MS)) % HOURS_OF_WEEK
}

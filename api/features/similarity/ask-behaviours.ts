import type { Behaviour } from '../../../analytics/clusters/behaviour.ts'
import type { Reach } from '../../db/reach.ts'
import { DAY_MS, HOUR_MS, wallOf } from '../../lib/zoned-time.ts'
import { type AskDeps, askSeries, askTable, type Cell, type MetricQuery } from '../metrics/index.ts'

/** Of how many days: each hour of the week twice. */
export const DAYS = 14
/** Of how many pipelines at most: the hours of more are more points than a question may have. */
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
 * which no run ended, or has a duration, are left out.
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
    limit: MOST_PIPELINES,
    timezone,
  }
  const [hourly, totals] = await Promise.all([
    askSeries(deps, reach, { ...question, every: 'HOUR' }, now),
    askTable(deps, reach, { ...question, measures: ['count', ...MEASURES], orderBy: [{ by: 'count' }] }, now),
  ])
  const totalsOf = new Map(totals.rows.map(([pipeline, _count, ...numbers]) => [pipeline, numbers]))
  return hourly.flatMap(({ key, points }) => {
    const pipeline = key[0]!.value!
    const behaviour = behaviourOf(totalsOf.get(pipeline) ?? [])
    if (!behaviour) return []
    for (const { at, value } of points) behaviour.hourOfWeek[hourOfWeek(Date.parse(at), timezone)]! += value ?? 0
    return [{ pipeline, behaviour }]
  })
}

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

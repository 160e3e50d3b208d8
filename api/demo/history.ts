import type { JobEvent } from '../ingest/index.ts'
import { PIPELINES } from './pipelines.ts'
import { planHour, type World } from './plan.ts'
import type { PlannedJob } from './planned-job.ts'
import { snapshot } from './snapshot.ts'
import { HISTORY_DAYS } from './story.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/**
 * The demo's first 90 days and what is over of today, as they would have been reported by `now`: about 40,000 jobs of 14
 * pipelines, hour by hour, with some still running or queued at the end. It begins with a whole UTC day: half of one would
 * look like an event. The same arguments give the same events. `days` asks for fewer days.
 */
export function* demoHistory(seed: number, now: Date, days = HISTORY_DAYS): Iterable<JobEvent> {
  const world = { seed, start: now.getTime() }
  for (const job of plannedBetween(world, historyStart(world.start, days), world.start))
    yield* snapshot(job, world.start)
}

/** Where the history of a demo begins that was first started at `start` (both in ms since 1970). */
export function historyStart(start: number, days = HISTORY_DAYS): number {
  return (Math.floor(start / DAY) - days) * DAY
}

/** All jobs that are queued between two moments (ms since 1970, the first included), hour by hour. */
export function* plannedBetween(world: World, from: number, to: number): Iterable<PlannedJob> {
  for (let hour = Math.floor(from / HOUR) * HOUR; hour < to; hour += HOUR) {
    const jobs = PIPELINES.flatMap((pipeline) => planHour(world, pipeline, hour))
    yield* jobs.filter(({ attempts: [first] }) => first!.queuedAt >= from && first!.queuedAt < to)
  }
}

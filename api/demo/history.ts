import type { JobEvent } from '../ingest/index.ts'
import { PIPELINES } from './pipelines.ts'
import { planHour, type World } from './plan.ts'
import type { PlannedJob } from './planned-job.ts'
import { snapshot } from './snapshot.ts'
import { HISTORY_DAYS } from './story.ts'

const HOUR = 3_600_000

/**
 * The demo's first 90 days, as they would have been reported by `now`: about 40,000 jobs of 14 pipelines, hour by hour,
 * with some still running or queued at the end. The same arguments give the same events. `days` asks for fewer days.
 */
export function* demoHistory(seed: number, now: Date, days = HISTORY_DAYS): Iterable<JobEvent> {
  const world = { seed, start: now.getTime() }
  const from = world.start - days * 24 * HOUR
  for (const job of plannedBetween(world, from, world.start)) yield* snapshot(job, world.start)
}

/** All jobs that are queued between two moments (ms since 1970, the first included), hour by hour. */
export function* plannedBetween(world: World, from: number, to: number): Iterable<PlannedJob> {
  for (let hour = Math.floor(from / HOUR) * HOUR; hour < to; hour += HOUR) {
    const jobs = PIPELINES.flatMap((pipeline) => planHour(world, pipeline, hour))
    yield* jobs.filter(({ attempts: [first] }) => first!.queuedAt >= from && first!.queuedAt < to)
  }
}

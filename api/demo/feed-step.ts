import type { JobEvent } from '../ingest/index.ts'
import { plannedBetween } from './history.ts'
import { PIPELINES } from './pipelines.ts'
import { planHour, type World } from './plan.ts'
import type { PlannedJob } from './planned-job.ts'
import { nextChange, snapshot } from './snapshot.ts'

const HOUR = 3_600_000

/** How far back the feed catches up after the server was off. Of a longer gap the older part stays a gap. */
export const CATCH_UP_MS = 24 * HOUR

/** A job that is not over, or not yet begun. */
interface OpenJob {
  job: PlannedJob
  /** Everything up to here was reported; times are ms since 1970. */
  reportedUntil: number
  /** When there is something new to report. */
  nextAt: number
}

/** Where the feed stands. */
export interface FeedState {
  world: World
  /** All jobs queued before this are planned. */
  plannedUntil: number
  open: OpenJob[]
}

/** A job that the database shows as queued or running. */
export interface Unfinished {
  pipeline: string
  externalId: string
  /** When it was queued. */
  at: Date
}

/**
 * Where the feed begins when the server starts: at the jobs of the last day, and at those that an earlier process left
 * unfinished. The plan does not change, so both are simply derived again; reporting what is known already does no harm.
 * Unfinished jobs that are not in the plan belong to somebody else and are left alone.
 */
export function beginFeed(world: World, now: number, unfinished: Unfinished[]): FeedState {
  const from = now - CATCH_UP_MS
  const older = unfinished.filter((job) => job.at.getTime() < from)
  const open = older.flatMap((job) => {
    const planned = findPlanned(world, job)
    return planned ? [{ job: planned, reportedUntil: 0, nextAt: 0 }] : []
  })
  return { world, plannedUntil: from, open }
}

/**
 * What is to be reported at the moment `now`: beginnings, starts, progress and ends of jobs since the step before. It asks
 * neither clock nor chance: both are in the plan, which makes an hour of feed a matter of milliseconds in a test.
 */
export function stepFeed(state: FeedState, now: number): { events: JobEvent[]; state: FeedState } {
  const plannedUntil = Math.max(state.plannedUntil, (Math.floor(now / HOUR) + 1) * HOUR)
  const planned = [...plannedBetween(state.world, state.plannedUntil, plannedUntil)]
  const begun = planned.map((job) => ({ job, reportedUntil: 0, nextAt: job.attempts[0]!.queuedAt }))
  const events: JobEvent[] = []
  const open: OpenJob[] = []
  for (const entry of [...state.open, ...begun]) {
    if (entry.nextAt > now) {
      open.push(entry)
      continue
    }
    const isNews = (event: JobEvent) => (event.finishedAt?.getTime() ?? Infinity) > entry.reportedUntil
    events.push(...snapshot(entry.job, now).filter(isNews))
    const nextAt = nextChange(entry.job, now)
    if (nextAt !== null) open.push({ job: entry.job, reportedUntil: now, nextAt })
  }
  return { events, state: { world: state.world, plannedUntil, open } }
}

function findPlanned(world: World, unfinished: Unfinished): PlannedJob | null {
  const pipeline = PIPELINES.find((known) => known.key === unfinished.pipeline)
  if (!pipeline) return null
  const hour = Math.floor(unfinished.at.getTime() / HOUR) * HOUR
  return planHour(world, pipeline, hour).find((job) => job.externalId === unfinished.externalId) ?? null
}

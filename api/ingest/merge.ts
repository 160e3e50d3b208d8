import type { JobEvent, Money } from './job-event.ts'
import { type Attempt, derive, type JobState } from './job-state.ts'
import { joinAttempts, progress, sameAttempt, withoutAssumed } from './merge-attempt.ts'
import { setOwn } from './read-named.ts'

export type Merged = { state: JobState; changed: boolean } | { conflict: string }

/**
 * Adds one event to what is known of its job; `existing` is null for the first one.
 *
 * Events are merged, not replayed: whatever the order they come in, however often, and in whatever batches, the same
 * events give the same job. A higher revision replaces everything, a lower one changes nothing. Times that nobody sent
 * (`assumed`) are the exception, because they are times of receipt: one that arrives when the job is already further along
 * is dropped. An event whose times contradict the known ones is not merged; `conflict` says why. Nothing is modified.
 */
export function mergeJob(existing: JobState | null, event: JobEvent): Merged {
  if (!existing || event.revision > existing.revision) return { state: stateOf(event), changed: true }
  if (event.revision < existing.revision) return { state: existing, changed: false }

  const attempts = mergeAttempts(existing, event)
  if (attempts && 'conflict' in attempts) return attempts
  const trigger = greater(existing.trigger, event.trigger)
  const labels = union(existing.labels, event.labels)
  const metrics = union(existing.metrics, event.metrics)
  const cost = greaterCost(existing.cost, event.cost)
  const same =
    attempts === null &&
    trigger === existing.trigger &&
    labels === existing.labels &&
    metrics === existing.metrics &&
    cost === existing.cost
  if (same) return { state: existing, changed: false }
  const { latest, earlierAttempts } = attempts ?? existing
  const { revision } = existing
  return { state: derive({ revision, trigger, labels, metrics, cost, latest, earlierAttempts }), changed: true }
}

/** The state of a job of which only this event is known. */
function stateOf(event: JobEvent): JobState {
  const { revision, trigger, labels, metrics, cost } = event
  return derive({ revision, trigger, labels, metrics, cost, latest: attemptOf(event), earlierAttempts: [] })
}

function attemptOf(event: JobEvent): Attempt {
  const { attempt, status, queuedAt, startedAt, finishedAt, error, assumed } = event
  return { number: attempt, status, queuedAt, startedAt, finishedAt, error, assumed: assumed ? [assumed] : [] }
}

type Attempts = Pick<JobState, 'latest' | 'earlierAttempts'>

/** The attempts with the event's account of one of them; null when it says nothing new. */
function mergeAttempts(existing: JobState, event: JobEvent): Attempts | { conflict: string } | null {
  const { latest, earlierAttempts } = existing
  const told = attemptOf(event)
  if (told.number > latest.number) return { latest: told, earlierAttempts: [...earlierAttempts, latest] }

  const isLatest = told.number === latest.number
  const known = isLatest ? latest : earlierAttempts.find((attempt) => attempt.number === told.number)
  const isBehind = !isLatest || progress(latest.status) > progress(told.status)
  const account = isBehind ? withoutAssumed(told) : told
  if (!known) {
    const sorted = [...earlierAttempts, account].sort((a, b) => a.number - b.number)
    return { latest, earlierAttempts: sorted }
  }
  const joined = joinAttempts(known, account)
  if ('conflict' in joined) return joined
  if (sameAttempt(joined, known)) return null
  if (isLatest) return { latest: joined, earlierAttempts }
  return { latest, earlierAttempts: earlierAttempts.map((attempt) => (attempt === known ? joined : attempt)) }
}

function greater(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b
  return a >= b ? a : b
}

/** All names of both, with the greater value where both have one: `known` itself when `told` adds nothing. */
function union<T extends string | number>(known: Record<string, T>, told: Record<string, T>): Record<string, T> {
  let result = known
  for (const [name, value] of Object.entries(told)) {
    if (Object.hasOwn(known, name) && known[name]! >= value) continue
    if (result === known) result = { ...known }
    setOwn(result, name, value)
  }
  return result
}

function greaterCost(a: Money | null, b: Money | null): Money | null {
  if (!a || !b) return a ?? b
  if (a.amount !== b.amount) return a.amount > b.amount ? a : b
  return a.currency >= b.currency ? a : b
}

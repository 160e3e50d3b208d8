import { isFinished, JOB_STATUSES, type JobStatus } from './job-event.ts'
import type { Attempt, TimeName } from './job-state.ts'

/** A moment of an attempt, and whether it is only a time of receipt. */
interface Moment {
  at: Date
  assumed: boolean
}

const TIMES = ['queuedAt', 'startedAt', 'finishedAt'] as const satisfies TimeName[]

/** 0 queued, 1 running, 2 finished: a job only ever moves up. */
export function progress(status: JobStatus): number {
  return status === 'QUEUED' ? 0 : status === 'RUNNING' ? 1 : 2
}

/**
 * Joins what is known of an attempt with what an event tells of it: the status furthest along, of two ends the earlier one,
 * of each time the earliest that was sent, and the longer error. As long as all times were sent, the order does not matter.
 * An assumed time yields to any sent one, and of two assumed ones the one that was heard of first stays.
 * Sent times that contradict each other are not joined: what comes back then says why.
 */
export function joinAttempts(known: Attempt, told: Attempt): Attempt | { conflict: string } {
  const queued = earlier(momentOf(known, 'queuedAt'), momentOf(told, 'queuedAt'))
  const started = earlier(momentOf(known, 'startedAt'), momentOf(told, 'startedAt'))
  const finished = earlier(momentOf(known, 'finishedAt'), momentOf(told, 'finishedAt'))
  const moments = giveWay(queued, started, finished)
  const conflict = contradiction(known.number, moments)
  if (conflict) return { conflict }
  return {
    number: known.number,
    status: furthest(known, told),
    queuedAt: moments.queuedAt?.at ?? null,
    startedAt: moments.startedAt?.at ?? null,
    finishedAt: moments.finishedAt?.at ?? null,
    error: longer(known.error, told.error),
    assumed: TIMES.filter((name) => moments[name]?.assumed),
  }
}

/** The attempt without its assumed times: for an account that arrives when the job is already further along. */
export function withoutAssumed(attempt: Attempt): Attempt {
  if (attempt.assumed.length === 0) return attempt
  const result: Attempt = { ...attempt, assumed: [] }
  for (const name of attempt.assumed) result[name] = null
  return result
}

/** True when both say the same. */
export function sameAttempt(a: Attempt, b: Attempt): boolean {
  return (
    a.status === b.status &&
    a.error === b.error &&
    TIMES.every(
      (name) => a[name]?.getTime() === b[name]?.getTime() && a.assumed.includes(name) === b.assumed.includes(name),
    )
  )
}

function momentOf(attempt: Attempt, name: TimeName): Moment | null {
  const at = attempt[name]
  return at && { at, assumed: attempt.assumed.includes(name) }
}

/** Of two assumed moments the known one stays: what is told again is assumed anew, and must change nothing. */
function earlier(known: Moment | null, told: Moment | null): Moment | null {
  if (!known || !told) return known ?? told
  if (told.assumed) return known
  return known.assumed || told.at < known.at ? told : known
}

function furthest(known: Attempt, told: Attempt): JobStatus {
  const ahead = progress(told.status) - progress(known.status)
  if (ahead !== 0 || !isFinished(known.status)) return ahead > 0 ? told.status : known.status
  const [end, toldEnd] = [sent(momentOf(known, 'finishedAt')), sent(momentOf(told, 'finishedAt'))]
  if (!end || !toldEnd) return toldEnd ? told.status : known.status
  const earlierBy = end.at.getTime() - toldEnd.at.getTime()
  if (earlierBy !== 0) return earlierBy > 0 ? told.status : known.status
  return JOB_STATUSES.indexOf(told.status) > JOB_STATUSES.indexOf(known.status) ? told.status : known.status
}

type Moments = Record<TimeName, Moment | null>

/**
 * An assumed time never stands against one that was sent: an end or start that was assumed too early moves to the moment it
 * cannot precede, and a start or queueing that was assumed too late is not known after all.
 */
function giveWay(queued: Moment | null, started: Moment | null, finished: Moment | null): Moments {
  const end = notBefore(notBefore(finished, sent(started)), sent(queued))
  const start = notAfter(notBefore(started, sent(queued)), end)
  return { queuedAt: notAfter(queued, start ?? end), startedAt: start, finishedAt: end }
}

function sent(moment: Moment | null): Moment | null {
  return moment?.assumed ? null : moment
}

function notBefore(moment: Moment | null, bound: Moment | null): Moment | null {
  return moment?.assumed && bound && moment.at < bound.at ? { at: bound.at, assumed: true } : moment
}

function notAfter(moment: Moment | null, bound: Moment | null): Moment | null {
  return moment?.assumed && bound && moment.at > bound.at ? null : moment
}

function contradiction(attempt: number, moments: Moments): string | null {
  const known = TIMES.filter((name) => moments[name])
  for (let i = 1; i < known.length; i++) {
    const [first, second] = [known[i - 1]!, known[i]!]
    const [before, after] = [moments[first]!.at, moments[second]!.at]
    if (before <= after) continue
    return (
      `With what is known of attempt ${attempt} of this job, ${second} ${after.toISOString()} would lie before ` +
      `${first} ${before.toISOString()}. To correct the job, send it whole with a higher revision.`
    )
  }
  return null
}

function longer(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b
  if (a.length !== b.length) return a.length > b.length ? a : b
  return a >= b ? a : b
}

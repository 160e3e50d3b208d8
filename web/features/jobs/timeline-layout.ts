/** What the timeline needs to know of an attempt. Times are ISO texts; null where nothing is known. */
export interface TimelineAttempt {
  number: number
  queuedAt: string | null
  startedAt: string | null
  finishedAt: string | null
  finished: boolean
}

/** A stretch of the timeline: where it begins and how long it is, in percent of the whole. */
export interface Stretch {
  startPct: number
  widthPct: number
  ms: number
  /** It still goes on: its end is now. */
  growing: boolean
}

/** One attempt on the timeline. A part whose ends are not known is null. */
export interface TimelineRow {
  number: number
  queue: Stretch | null
  run: Stretch | null
}

/** All attempts on one axis of time. `from` and `to` are milliseconds since 1970. */
export interface TimelineLayout {
  from: number
  to: number
  rows: TimelineRow[]
}

/**
 * Lays the attempts of a job out on one axis: from the first moment known to the last one, or to now while it goes on.
 * @param now milliseconds since 1970. A clock that is behind the server's shows a length of nothing, never a negative one.
 * @returns null when no moment is known
 */
export function timelineLayout(attempts: readonly TimelineAttempt[], now: number): TimelineLayout | null {
  const parsed = attempts.map(parse)
  const known = parsed
    .flatMap(({ queued, started, finished }) => [queued, started, finished])
    .filter((at) => at !== null)
  if (known.length === 0) return null
  const from = Math.min(...known)
  const open = parsed.some(({ over }) => !over)
  const to = Math.max(...known, open ? now : -Infinity)
  const place = (start: number, end: number | null, growing: boolean): Stretch | null => {
    const until = growing ? Math.max(now, start) : end
    if (until === null) return null
    const whole = to - from
    if (whole === 0) return { startPct: 0, widthPct: 100, ms: 0, growing }
    const ms = until - start
    return { startPct: ((start - from) / whole) * 100, widthPct: (ms / whole) * 100, ms, growing }
  }
  const rows = parsed.map(({ number, queued, started, finished, over }) => ({
    number,
    queue: queued === null ? null : place(queued, started ?? finished, !over && started === null),
    run: started === null ? null : place(started, finished, !over),
  }))
  return { from, to, rows }
}

interface Parsed {
  number: number
  queued: number | null
  started: number | null
  finished: number | null
  over: boolean
}

function parse({ number, queuedAt, startedAt, finishedAt, finished }: TimelineAttempt): Parsed {
  return {
    number,
    queued: moment(queuedAt),
    started: moment(startedAt),
    finished: moment(finishedAt),
    over: finished,
  }
}

function moment(text: string | null): number | null {
  return text === null ? null : Date.parse(text)
}

import { randomUUID } from 'node:crypto'
import type { AnswerRules, Change } from './answer-rules.ts'
import { touches } from './next-run.ts'
import { makePace } from './pace.ts'
import { keepRevisions } from './revisions.ts'

/** Nobody looks more often than this. */
const LEAST_MS = 1_000
/** After a failure it is tried again without a change too. */
const RETRY_MS = 10_000

/** An answer that is kept up to date for all who watch it. */
export interface Entry<Told extends Change> {
  /** The first part of its revisions. */
  id: string
  /** The newest revision: 0 until there is an answer, and counted up with each one that says something else. */
  revision(): number
  /** What is new since a revision that was seen, or the error that there is instead; null: there is no answer yet. */
  changeSince(seen: number | null): Told | Error | null
  /** Calls `tell` when there may be something new, until the returned function is called. */
  watch(tell: () => void): () => void
  /** Rows between two moments, both inclusive, have changed. */
  noteChange(change: { from: Date; to: Date }): void
  close(): void
}

export interface EntryOptions<Answer, State, Told extends Change> {
  rules: AnswerRules<Answer, State, Told>
  /** Asks once. It rejects with what can be told to those who watch. */
  ask: () => Promise<Answer>
  /** When time alone changes the answer: in how many milliseconds; null: never. */
  nextRunIn: () => number | null
  /** Whether the range goes on with the clock. */
  isOpen: boolean
  now: () => Date
  /** Told when the first one watches, and when the last one has gone. */
  onWatched: (isWatched: boolean) => void
}

/**
 * Asks a question again whenever its answer may have changed, at most once a second, and only while somebody watches. What
 * readers have seen is theirs to remember: the entry keeps one answer, however many they are and however slow.
 */
export function openEntry<Answer, State, Told extends Change>(options: EntryOptions<Answer, State, Told>): Entry<Told> {
  const id = randomUUID()
  const revisions = keepRevisions(options.rules, id)
  const watchers = new Set<() => void>()
  let isStale = true
  /** True while what is there is too old to begin with. */
  let isAwaited = true

  const tellAll = () => {
    isAwaited = false
    for (const tell of watchers) tell()
  }
  const run = async () => {
    if (watchers.size === 0) return
    isStale = false
    try {
      if (revisions.accept(await options.ask()) || isAwaited) tellAll()
      pace.askIn(options.nextRunIn())
    } catch (error) {
      revisions.refuse(error instanceof Error ? error : new Error(String(error)))
      tellAll()
      pace.askIn(RETRY_MS)
    }
  }
  const pace = makePace(run, LEAST_MS)

  return {
    id,
    revision: revisions.newest,
    changeSince: (seen) => (isAwaited ? null : revisions.changeSince(seen)),
    watch(tell) {
      if (watchers.size === 0) options.onWatched(true)
      if (watchers.size === 0 && isStale) isAwaited = true
      watchers.add(tell)
      if (isStale) pace.ask()
      return () => {
        watchers.delete(tell)
        if (watchers.size === 0) options.onWatched(false)
      }
    },
    noteChange(change) {
      const covered = revisions.coverage()
      if (covered && !touches(change, covered, options.isOpen)) return
      isStale = true
      if (watchers.size > 0) pace.ask()
      // Rows of the near future, such as those of a clock that is ahead, count when it comes.
      const aheadMs = change.to.getTime() - options.now().getTime()
      if (aheadMs > 0 && aheadMs < RETRY_MS) pace.askIn(aheadMs + 1)
    },
    close: pace.stop,
  }
}

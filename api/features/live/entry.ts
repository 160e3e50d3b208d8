import { randomUUID } from 'node:crypto'
import { share } from '../../lib/shared.ts'
import type { AnswerRules, Change } from './answer-rules.ts'
import { makePace } from './pace.ts'
import { touches } from './next-run.ts'

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
  /** Asks once. */
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
  const { rules, now } = options
  const id = randomUUID()
  const watchers = new Set<() => void>()
  /** What was told of the newest revision, by what had been seen: one object for all who saw the same. */
  const told = new Map<number | null, Told>()
  let state: State | null = null
  let problem: Error | null = null
  let coverage: Change['passport'] | null = null
  let revision = 0
  let isStale = true
  /** True when what is there is too old to begin with. */
  let isAwaited = true

  const publish = (isNew: boolean) => {
    told.clear()
    if (isNew) revision++
    if (!isNew && !isAwaited) return
    isAwaited = false
    for (const tell of watchers) tell()
  }
  const accept = (answer: Answer) => {
    const newest = rules.after(state, answer, revision + 1)
    const isNew = problem !== null || rules.isChangedAt(newest, revision + 1)
    ;[state, problem, coverage] = [newest, null, rules.passport(answer)]
    publish(isNew)
  }
  const refuse = (error: unknown) => {
    problem = share(error instanceof Error ? error : new Error(String(error)))
    publish(true)
  }
  const run = async () => {
    if (watchers.size === 0) return
    isStale = false
    try {
      accept(await options.ask())
      pace.askIn(options.nextRunIn())
    } catch (error) {
      refuse(error)
      pace.askIn(RETRY_MS)
    }
  }
  const pace = makePace(run, LEAST_MS)
  const ask = () => {
    isStale = true
    if (watchers.size > 0) pace.ask()
  }

  return {
    id,
    revision: () => revision,
    changeSince(seen) {
      if (isAwaited) return null
      if (problem) return problem
      const known = told.get(seen) ?? share(rules.change(state!, seen, `${id}.${revision}`))
      told.set(seen, known)
      return known
    },
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
      if (coverage && !touches(change, coverage, options.isOpen)) return
      ask()
      // Rows of the near future, such as those of a clock that is ahead, count when it comes.
      const ahead = change.to.getTime() - now().getTime()
      if (ahead > 0 && ahead < RETRY_MS) pace.askIn(ahead + 1)
    },
    close: pace.stop,
  }
}

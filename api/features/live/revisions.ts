import { share } from '../../lib/shared.ts'
import type { Passport } from '../metrics/index.ts'
import type { AnswerRules, Change } from './answer-rules.ts'

/** The newest answer to a question, and what of it changed when. */
export interface Revisions<Answer, Told extends Change> {
  /** Counts the answers that said something else than the one before; 0: there is none yet. */
  newest(): number
  /** What the newest answer covers; null: there is none yet. */
  coverage(): Passport | null
  /** Takes one more answer, and says whether it says something else. */
  accept(answer: Answer): boolean
  /** Takes an error in place of an answer. What was there before stays, for what comes after it. */
  refuse(error: Error): void
  /** What is new since a revision that was seen, or the error that there is instead: one object for all who have seen the same. */
  changeSince(seen: number | null): Told | Error
}

/** Keeps the revisions of one answer, which are called `<id>.<number>`. */
export function keepRevisions<Answer, State, Told extends Change>(
  rules: AnswerRules<Answer, State, Told>,
  id: string,
): Revisions<Answer, Told> {
  const told = new Map<number | null, Told>()
  let state: State | null = null
  let problem: Error | null = null
  let coverage: Passport | null = null
  let newest = 0

  return {
    newest: () => newest,
    coverage: () => coverage,
    accept(answer) {
      const next = rules.after(state, answer, newest + 1)
      const isNew = problem !== null || rules.isChangedAt(next, newest + 1)
      state = next
      problem = null
      coverage = rules.passport(answer)
      told.clear()
      if (isNew) newest++
      return isNew
    },
    refuse(error) {
      problem = share(error)
      newest++
    },
    changeSince(seen) {
      if (problem) return problem
      const known = told.get(seen) ?? share(rules.change(state!, seen, `${id}.${newest}`))
      told.set(seen, known)
      return known
    },
  }
}

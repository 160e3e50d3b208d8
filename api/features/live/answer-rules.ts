import type { Passport } from '../metrics/index.ts'

/** What is new to somebody, whatever the kind of answer. */
export interface Change {
  /** What the reader has when it has applied this: to be sent as `since` after a break. */
  revision: string
  /** What the whole answer covers by now. */
  passport: Passport
}

/** How answers of one kind are compared, so that only what changed is told. */
export interface AnswerRules<Answer, State, Told extends Change> {
  /** The state after one more answer, which has this revision. */
  after(older: State | null, answer: Answer, revision: number): State
  /** Whether anything is new in this revision. */
  isChangedAt(state: State, revision: number): boolean
  /** What is new to somebody who has seen this revision; null: nothing yet. */
  change(state: State, seen: number | null, revision: string): Told
  passport(answer: Answer): Passport
}

/** When each part changed last: now where it is not what it was. */
export function revisionsAfter(
  changedAt: readonly number[],
  revision: number,
  isSame: (index: number) => boolean,
): number[] {
  return changedAt.map((changed, index) => (isSame(index) ? changed : revision))
}

/** States that can be gone back to. */
export type History<State> = {
  past: readonly { state: State; what: string }[]
  present: State
  future: readonly { state: State; what: string }[]
  /** The newest change, which the next one may go on with; null after an undo or a redo. */
  open: { what: string; at: number } | null
}

/** Changes of the same thing that follow each other within this time are undone together: typing, a key held down. */
const TOGETHER_MS = 1_000

/** How many changes can be undone. */
const MOST = 200

/** A history without changes. */
export function beginHistory<State>(present: State): History<State> {
  return { past: [], present, future: [], open: null }
}

/**
 * A change. What was undone before it cannot be done again.
 * @param what what was changed, in words: 'Move Jobs'. The same words soon after each other are one change
 * @param at the moment, in milliseconds
 */
export function change<State>(history: History<State>, next: State, what: string, at: number): History<State> {
  if (next === history.present) return history
  const { open, past, present } = history
  const goesOn = open !== null && open.what === what && at - open.at < TOGETHER_MS
  return {
    past: goesOn ? past : [...past, { state: present, what }].slice(-MOST),
    present: next,
    future: [],
    open: { what, at },
  }
}

/** One change back; the same history when there is none. */
export function undo<State>(history: History<State>): History<State> {
  const last = history.past.at(-1)
  if (!last) return history
  return {
    past: history.past.slice(0, -1),
    present: last.state,
    future: [{ state: history.present, what: last.what }, ...history.future],
    open: null,
  }
}

/** One undone change done again; the same history when there is none. */
export function redo<State>(history: History<State>): History<State> {
  const [next, ...future] = history.future
  if (!next) return history
  return {
    past: [...history.past, { state: history.present, what: next.what }],
    present: next.state,
    future,
    open: null,
  }
}

/** What an undo would take back, in words; null when there is nothing. */
export const undoable = <State>({ past }: History<State>): string | null => past.at(-1)?.what ?? null

/** What a redo would bring back, in words; null when there is nothing. */
export const redoable = <State>({ future }: History<State>): string | null => future[0]?.what ?? null

/** What came of an attempt to save. `away`: nobody answered, so it is tried again. */
export type SaveOutcome = { kind: 'saved' } | { kind: 'away' } | { kind: 'refused'; problem: string }

/** How far what was edited has been saved. Times are milliseconds since 1970. */
export type SaveState = {
  /** `waiting`: there are edits that are not saved yet. `away`: neither, because nobody answers. */
  status: 'saved' | 'waiting' | 'saving' | 'away' | 'refused'
  savedAt: number | null
  /** Why the newest attempt was refused. */
  problem: string | null
}

/** Saves what is edited, a moment after the last edit. */
export interface Autosave<Edited> {
  state(): SaveState
  onState(listener: () => void): () => void
  /** There is something newer to save. */
  edited(newest: Edited): void
  /** Saves now what is not saved yet; resolves with whether everything is. */
  flush(): Promise<boolean>
  /** What stands is what the server has: nothing has to be saved any more. */
  settle(): void
}

const PAUSE_MS = 800
const AGAIN_AFTER_MS = 3_000

/**
 * Makes one. An edit is sent when the editing pauses, one at a time and the newest only; while nobody answers, it is kept
 * and sent again and again, so that no edit is lost.
 */
export function makeAutosave<Edited>(save: (newest: Edited) => Promise<SaveOutcome>): Autosave<Edited> {
  let state: SaveState = { status: 'saved', savedAt: null, problem: null }
  let unsaved: { newest: Edited } | null = null
  let sending: Promise<void> | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const listeners = new Set<() => void>()

  function become(next: Partial<SaveState>) {
    state = { ...state, ...next }
    for (const listener of listeners) listener()
  }
  function schedule(afterMs: number) {
    clearTimeout(timer)
    timer = setTimeout(() => void send(), afterMs)
  }
  function send(): Promise<void> {
    clearTimeout(timer)
    sending ??= attempt().finally(() => (sending = null))
    return sending
  }
  async function attempt(): Promise<void> {
    const sent = unsaved
    if (sent === null) return
    become({ status: 'saving' })
    const outcome = await save(sent.newest)
    if (outcome.kind === 'refused') return become({ status: 'refused', problem: outcome.problem })
    if (outcome.kind === 'away') {
      become({ status: 'away' })
      return schedule(AGAIN_AFTER_MS)
    }
    const isAll = unsaved === sent || unsaved === null
    if (isAll) unsaved = null
    become({ status: isAll ? 'saved' : 'waiting', savedAt: Date.now(), problem: null })
    if (!isAll) schedule(PAUSE_MS)
  }

  return {
    state: () => state,
    onState(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    edited(newest) {
      unsaved = { newest }
      if (state.status !== 'away' && sending === null) become({ status: 'waiting' })
      schedule(PAUSE_MS)
    },
    async flush() {
      // What was edited while something was being sent is not part of that.
      await sending
      await send()
      return unsaved === null
    },
    settle() {
      clearTimeout(timer)
      unsaved = null
      become({ status: 'saved', problem: null })
    },
  }
}

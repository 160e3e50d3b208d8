import { pressName, stepSequence } from './sequence.ts'

/** Something that keys do. */
export interface Shortcut {
  /** As written for people and compared with presses: `j`, `g j`, `mod+k`. Several names do the same. */
  keys: readonly string[]
  label: string
  /** The heading it stands under in the list of shortcuts. */
  group: string
  /** Only then; otherwise the press is left to whatever else takes it. */
  when?: () => boolean
  run: () => void
}

const PENDING_MS = 1500

/** The shortcuts of what is on the page now. The newest of the same keys wins. */
export interface ShortcutRegistry {
  add(shortcuts: readonly Shortcut[]): () => void
  all(): readonly Shortcut[]
  /** Handles a press; true when it belonged to a shortcut. */
  press(event: KeyboardEvent): boolean
}

/** Makes a registry. */
export function makeShortcutRegistry(): ShortcutRegistry {
  let groups: (readonly Shortcut[])[] = []
  let pending: { name: string; at: number } | null = null

  const all = () => groups.flat()

  return {
    add(shortcuts) {
      groups = [...groups, shortcuts]
      return () => {
        groups = groups.filter((group) => group !== shortcuts)
      }
    },
    all,
    press(event) {
      const name = pressName(event)
      if (name === null || (isTyping(event.target) && !name.startsWith('mod+'))) return false
      const open = pending && event.timeStamp - pending.at < PENDING_MS ? pending.name : null
      const known = all().flatMap(({ keys }) => keys)
      const step = stepSequence(open, name, known)
      pending = step.pending === null ? null : { name: step.pending, at: event.timeStamp }
      const matched = step.matched
      if (matched === null) return false
      const shortcut = all().findLast(({ keys, when }) => keys.includes(matched) && (when?.() ?? true))
      shortcut?.run()
      return shortcut !== undefined
    },
  }
}

// Where a letter means itself: fields, lists that jump to what is typed, and everything inside a dialog.
const TYPING = 'input, textarea, select, [contenteditable], [role=dialog], [role=listbox], [role=menu], [role=combobox]'

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(TYPING) !== null
}

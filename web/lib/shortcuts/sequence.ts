/** What of a key press matters for a shortcut. */
export interface Press {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
}

/**
 * The name of a press as shortcuts are written: `j`, `?`, `ArrowDown`, `mod+k` for Ctrl or Cmd, `shift+ArrowDown` and
 * `mod+shift+z`. Where a key types a character, Shift is already in it. Null for a press that no shortcut has: Alt types
 * special characters on many keyboards.
 */
export function pressName({ key, ctrlKey, metaKey, altKey, shiftKey }: Press): string | null {
  if (altKey || key === 'Shift' || key === 'Control' || key === 'Meta') return null
  const isMod = ctrlKey || metaKey
  const isShift = shiftKey && (isMod || key.length > 1)
  return [isMod ? 'mod' : '', isShift ? 'shift' : '', isMod ? key.toLowerCase() : key].filter(Boolean).join('+')
}

/** What a press leads to: shortcuts to run, or the beginning of one that needs another press. */
export interface SequenceStep {
  /** The whole name that was completed; null when none was. */
  matched: string | null
  /** What has been pressed so far of a longer one; null when nothing is open. */
  pending: string | null
}

/**
 * One step through shortcuts of one or two presses, such as `j` and `g j`. A press that does not continue what is open
 * counts as a new beginning.
 * @example stepSequence('g', 'j', ['j', 'g j']) // { matched: 'g j', pending: null }
 */
export function stepSequence(pending: string | null, press: string, known: readonly string[]): SequenceStep {
  const continued = pending === null ? press : `${pending} ${press}`
  if (known.includes(continued)) return { matched: continued, pending: null }
  if (pending !== null) return stepSequence(null, press, known)
  const begins = known.some((keys) => keys.startsWith(`${press} `))
  return { matched: null, pending: begins ? press : null }
}

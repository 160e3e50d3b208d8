import { formatClock } from '../../../lib/format-time.ts'
import type { SaveState } from './autosave.ts'

/** How the draft stands, in a few words: 'Draft saved 14:02'. Nothing as long as nothing was changed. */
export function draftWords({ status, savedAt, problem }: SaveState): string {
  if (status === 'refused') return `Draft not saved: ${problem ?? 'the server refused it.'}`
  if (status === 'away') return 'Draft kept here: it is saved as soon as the server answers'
  if (status !== 'saved') return 'Saving draft'
  return savedAt === null ? '' : `Draft saved ${formatClock(savedAt).slice(0, 5)}`
}

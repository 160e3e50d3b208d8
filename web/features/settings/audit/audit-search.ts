import { rangeSearch, type RangeSearch } from '../../../lib/range.ts'
import { readText } from '../../../lib/search-string.ts'

/** What the viewer looks for in the audit log, as it stands in the address. */
export interface AuditSearch extends RangeSearch {
  text?: string
  action?: string
  actor?: string
  /** The cursor after which the page begins; the newest without it. */
  after?: string
}

/** Reads it. */
export function readAuditSearch(raw: Record<string, unknown>): AuditSearch {
  return {
    text: readText(raw.text),
    action: readText(raw.action),
    actor: readText(raw.actor),
    after: readText(raw.after),
    ...rangeSearch(raw),
  }
}

/** True when the address narrows the log down. */
export function isNarrowed({ text, action, actor, range, from, to }: AuditSearch): boolean {
  return [text, action, actor, range, from, to].some((one) => one !== undefined)
}

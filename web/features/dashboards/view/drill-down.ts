import type { Span } from '../../../lib/range.ts'
import { writeMoment } from '../../../lib/range.ts'
import { keyLabel } from '../../../panels/keys.ts'
import { nameWords } from '../../../panels/name-words.ts'
import type { PanelFilter, PickedPart } from '../../../panels/panel.ts'
import { statuses, type Status } from '../../../ui/status.tsx'
import { opWords } from '../op-words.ts'

/** A part of a panel whose jobs are asked for. */
export type DrillPart = PickedPart & {
  span: Span
  /** What the panel and its dashboard are filtered by. */
  filters: readonly PanelFilter[]
}

/** The address of the list of jobs, as `features/jobs` reads it. */
export type JobsAddress = { status?: Status[]; pipeline?: string[]; label?: string[]; from: string; to: string }

/** The address of a list of jobs, and the conditions that such a list cannot have, in words. */
export type DrillDown = { search: JobsAddress; leftOut: string[] }

/**
 * The list of the jobs that a part of a panel counts. The list knows status, pipeline, labels and a range; a condition on
 * anything else, or of another form than "is one of these", is left out and said.
 *
 * @example drillDown({ span, key: [{ dimension: 'status', value: 'FAILED' }], filters: [] }).search.status // ['FAILED']
 */
export function drillDown({ span, key, besides, filters }: DrillPart): DrillDown {
  const keyed = key.map(({ dimension, value }): PanelFilter =>
    value === null ? { dimension, op: 'IS_EMPTY' } : { dimension, op: 'IS', values: [value] },
  )
  const search: JobsAddress = { from: writeMoment(span.from), to: writeMoment(span.to) }
  const leftOut = [...filters, ...keyed].filter((filter) => !narrow(search, filter)).map(filterWords)
  return { search, leftOut: [...new Set([...leftOut, ...(besides ? [besides] : [])])] }
}

/** Adds a condition to the address; false when it has no place there. */
function narrow(search: JobsAddress, { dimension, op, values, any, all }: PanelFilter): boolean {
  if (!dimension || !values || values.length === 0 || any || all || (op && op !== 'IS' && op !== 'IN')) return false
  if (dimension === 'status') {
    const both = (search.status ?? statuses).filter((status) => values.includes(status))
    if (both.length > 0) search.status = both
    return both.length > 0
  }
  if (dimension === 'pipeline') {
    const both = search.pipeline?.filter((pipeline) => values.includes(pipeline)) ?? [...values]
    if (both.length > 0) search.pipeline = both
    return both.length > 0
  }
  const [value] = values
  // Labels of the list must all be fulfilled: it has no "one of these values".
  if (!dimension.startsWith('label.') || values.length > 1 || value === undefined) return false
  const label = `${dimension.slice('label.'.length)}=${value}`
  search.label = [...new Set([...(search.label ?? []), label])]
  return true
}

/** A condition as people say it: 'Region is eu'. A group is said by its parts. */
export function filterWords({ dimension, op, values, min, max, any, all }: PanelFilter): string {
  if (any) return `(${any.map(filterWords).join(' or ')})`
  if (all) return `(${all.map(filterWords).join(' and ')})`
  const name = dimension ?? ''
  const texts = (values ?? []).map((value) => keyLabel([{ dimension: name, value }]))
  const what = op === 'RANGE' ? `${min ?? '…'} and ${max ?? '…'}` : texts.join(', ')
  return `${nameWords(name)} ${opWords[op ?? 'IN']} ${what}`.trim()
}

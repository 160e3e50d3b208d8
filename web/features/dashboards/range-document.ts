import { spanOf } from '../../lib/range-span.ts'
import { namedRanges, writeMoment, type NamedRange, type RangeChoice, type Span } from '../../lib/range.ts'
import type { RangeDocument } from './document.ts'

const namedDocuments: Record<NamedRange, RangeDocument> = {
  today: { current: 'DAY' },
  yesterday: { previous: 'DAY' },
  'this-week': { current: 'WEEK' },
  'previous-week': { previous: 'WEEK' },
  'this-month': { current: 'MONTH' },
  'previous-month': { previous: 'MONTH' },
  'this-year': { current: 'YEAR' },
}

/** A choice as documents and the server have it. Ranges of the calendar keep their names, so that the server's clock decides. */
export function writeRangeDocument(choice: RangeChoice): RangeDocument {
  if (choice.kind === 'last') return { last: choice.duration }
  if (choice.kind === 'named') return namedDocuments[choice.name]
  return { from: choice.from, to: choice.to }
}

/** Two moments as documents and the server have them. */
export const spanDocument = ({ from, to }: Span): RangeDocument => ({ from: writeMoment(from), to: writeMoment(to) })

/**
 * A range of a document as the controls show it; null for one that they have no name for, such as the last three quarters.
 */
export function readRangeDocument(range: RangeDocument): RangeChoice | null {
  if (range.last && !range.to) return { kind: 'last', duration: range.last }
  if (range.from && range.to) return { kind: 'between', from: range.from, to: range.to }
  const name = namedRanges.find((known) => {
    const { current = null, previous = null } = namedDocuments[known]
    return (range.current ?? null) === current && (range.previous ?? null) === previous && (range.count ?? 1) === 1
  })
  return name === undefined || range.last || range.from ? null : { kind: 'named', name }
}

/** The words for a range that the controls have no name for: 'Previous 3 quarters'. */
export function rangeDocumentWords({ last, previous, count, current, from, to }: RangeDocument): string {
  if (previous) return `Previous ${count ?? 1} ${previous.toLowerCase()}${(count ?? 1) === 1 ? '' : 's'}`
  if (current) return `This ${current.toLowerCase()}`
  if (last) return `${last} until ${to ?? 'now'}`
  return `From ${from ?? 'the beginning'} until ${to ?? 'now'}`
}

/** The moments of a range that a zoom begins with, as long as no panel has been answered. */
export function spanOfDocument(range: RangeDocument, now: number, timezone: string): Span {
  const choice = readRangeDocument(range) ?? { kind: 'last', duration: 'P30D' }
  return spanOf(choice, now, timezone)
}

import { readText } from './search-string.ts'
/** Ranges that the calendar names. They begin and end at midnights of the viewer's zone; weeks begin on Monday, as the server's do. */
export const namedRanges = [
  'today',
  'yesterday',
  'this-week',
  'previous-week',
  'this-month',
  'previous-month',
  'this-year',
] as const

/** One of `namedRanges`. */
export type NamedRange = (typeof namedRanges)[number]

/**
 * The range of time that a page looks at, as a person chose it: a length that ends now (`last`), a name of the calendar
 * (`named`), or two moments (`between`, from inclusive, to exclusive, ISO 8601 in UTC).
 */
export type RangeChoice =
  | { kind: 'last'; duration: string }
  | { kind: 'named'; name: NamedRange }
  | { kind: 'between'; from: string; to: string }

/** Two moments, from inclusive, to exclusive, in milliseconds since 1970. */
export type Span = { from: number; to: number }

/**
 * What the address holds. `?range=P30D`, `?range=today` or `?from=…&to=…` is the choice; `zoom=from/to` is what was cut
 * out of a chart, kept apart so that "Reset zoom" finds back to the choice. Nothing is there that nobody chose.
 */
export type RangeSearch = { range?: string; from?: string; to?: string; zoom?: string }

/** An address that was understood, or the choice that stands in for it and a sentence on what was wrong with it. */
export type ReadRange = { choice: RangeChoice; zoom: Span | null; problem: string | null }

/** What a page shows when the address says nothing. */
export const defaultRange: RangeChoice = { kind: 'last', duration: 'PT24H' }

const durationText = /^P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+S)?)?$/

/** True for an ISO 8601 duration in whole numbers that is longer than nothing, such as `P30D`, `PT6H`, `P1M`. */
export const isDuration = (text: string): boolean => durationText.test(text) && /[1-9]/.test(text)

/** Milliseconds since 1970 of an ISO 8601 moment with its offset, or null: a moment without offset means different things to different people. */
export function readMoment(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text)) return null
  const at = Date.parse(text)
  return Number.isNaN(at) ? null : at
}

/** ISO 8601 in UTC, without the milliseconds when there are none: `2026-11-20T10:00:00Z`. */
export const writeMoment = (at: number): string => new Date(at).toISOString().replace('.000Z', 'Z')

/** Keeps of an address what speaks of the range, for the `validateSearch` of a route. Values that are no text are undefined. */
export function rangeSearch(raw: Record<string, unknown>): RangeSearch {
  return { range: readText(raw.range), from: readText(raw.from), to: readText(raw.to), zoom: readText(raw.zoom) }
}

/** Understands an address. What cannot be read is replaced by `fallback` and told in `problem`; it is never dropped in silence. */
export function readRange(search: RangeSearch, fallback: RangeChoice = defaultRange): ReadRange {
  const zoom = search.zoom === undefined ? null : readSpan(...split(search.zoom))
  const zoomProblem =
    search.zoom !== undefined && zoom === null ? `The zoom "${search.zoom}" in the address is not a range.` : null
  const read = readChoice(search)
  if (typeof read === 'string') return { choice: fallback, zoom, problem: read }
  return { choice: read ?? fallback, zoom, problem: zoomProblem }
}

/** What the address holds for a choice; the other keys are there, undefined, so that spreading it over an address clears them. */
export function writeRange(
  choice: RangeChoice,
  zoom: Span | null = null,
): Required<Record<keyof RangeSearch, string | undefined>> {
  return {
    range: choice.kind === 'last' ? choice.duration : choice.kind === 'named' ? choice.name : undefined,
    from: choice.kind === 'between' ? choice.from : undefined,
    to: choice.kind === 'between' ? choice.to : undefined,
    zoom: zoom === null ? undefined : `${writeMoment(zoom.from)}/${writeMoment(zoom.to)}`,
  }
}

function readChoice({ range, from, to }: RangeSearch): RangeChoice | string | null {
  if (from !== undefined || to !== undefined) {
    const span = readSpan(from ?? '', to ?? '')
    if (span) return { kind: 'between', from: writeMoment(span.from), to: writeMoment(span.to) }
    return `The address asks for the range from "${from ?? ''}" to "${to ?? ''}"; it takes two moments with their offset from UTC, the first before the second.`
  }
  if (range === undefined) return null
  if (isDuration(range)) return { kind: 'last', duration: range }
  const name = namedRanges.find((known) => known === range)
  if (name) return { kind: 'named', name }
  return `The address asks for the range "${range}"; it takes a duration such as P30D, or a name such as ${namedRanges[0]}.`
}

function split(text: string): [string, string] {
  const [from = '', to = ''] = text.split('/')
  return [from, to]
}

function readSpan(fromText: string, toText: string): Span | null {
  const from = readMoment(fromText)
  const to = readMoment(toText)
  return from === null || to === null || from >= to ? null : { from, to }
}

import { rangeSearch, type RangeSearch } from '../../lib/range.ts'
import { readList, readText } from '../../lib/search-string.ts'
import { statuses, type Status } from '../../ui/status.tsx'

/** Which page of the list: after or before a cursor, or the last one. None of them: the first. */
export interface PageSearch {
  after?: string
  before?: string
  page?: 'last'
}

/** What the viewer chose on the list of jobs, as it stands in the address. Nothing is there that nobody chose. */
export interface JobsSearch extends PageSearch, RangeSearch {
  /** Any of these. */
  status?: Status[]
  /** Any of these, by the pipeline's own key. */
  pipeline?: string[]
  /** All of these, each `name=value`. */
  label?: string[]
  text?: string
  /** By time, newest first, unless said otherwise. */
  sort?: 'duration'
  direction?: 'asc'
}

/** The names that choose a page: they mean nothing any more once a filter or the order changes. */
export const firstPage = { after: undefined, before: undefined, page: undefined } as const

/**
 * Reads the address. What is not understood is as if absent, so that an old or mistyped address still shows jobs. All names
 * are there, undefined too: the router lays this over the address, and what is missing here would shine through.
 * @example readJobsSearch({ status: 'failed', pipeline: ['a', 'b'] }) // { status: ['FAILED'], pipeline: ['a', 'b'] }
 */
export function readJobsSearch(raw: Record<string, unknown>): JobsSearch {
  const words = new Set(readList(raw.status).map((word) => word.toUpperCase()))
  return {
    status: some(statuses.filter((status) => words.has(status))),
    pipeline: some(readList(raw.pipeline)),
    label: some(readList(raw.label).filter((label) => readLabel(label) !== null)),
    text: readText(raw.text),
    sort: raw.sort === 'duration' ? 'duration' : undefined,
    direction: raw.direction === 'asc' ? 'asc' : undefined,
    after: readText(raw.after),
    before: readText(raw.before),
    page: raw.page === 'last' ? 'last' : undefined,
    ...rangeSearch(raw),
  }
}

/** True when anything narrows the list down, so that "Clear filters" has something to do. */
export function isFiltered({ status, pipeline, label, text, range, from, to }: JobsSearch): boolean {
  return [status, pipeline, label, text, range, from, to].some((value) => value !== undefined)
}

/**
 * Takes a label filter apart at its first `=`: values may contain more of them, names never do. Null when there is none,
 * or no name before it.
 * @example readLabel('env=prod') // { name: 'env', value: 'prod' }
 */
export function readLabel(text: string): { name: string; value: string } | null {
  const at = text.indexOf('=')
  return at < 1 ? null : { name: text.slice(0, at).trim(), value: text.slice(at + 1).trim() }
}

function some<Item>(items: Item[]): Item[] | undefined {
  return items.length === 0 ? undefined : items
}

import { rangeSearch, type RangeSearch } from '../../lib/range.ts'
import { readText } from '../../lib/search-string.ts'
import { sortColumns, type SortColumn } from './sort-rows.ts'

/** What the viewer chose on the list of pipelines, as it stands in the address. */
export interface PipelinesSearch extends RangeSearch {
  text?: string
  /** By name, unless said otherwise. */
  sort?: SortColumn
  direction?: 'asc' | 'desc'
}

/** Reads it; an order that is not understood is as if absent, and stands as undefined. What is wrong with a range is told by `readRange`. */
export function readPipelinesSearch(raw: Record<string, unknown>): PipelinesSearch {
  return {
    text: readText(raw.text),
    sort: sortColumns.find((column) => column === raw.sort),
    direction: raw.direction === 'asc' || raw.direction === 'desc' ? raw.direction : undefined,
    ...rangeSearch(raw),
  }
}

/** What the viewer chose on the page of one pipeline. */
export type PipelineSearch = RangeSearch

/** Reads it. */
export const readPipelineSearch = (raw: Record<string, unknown>): PipelineSearch => rangeSearch(raw)

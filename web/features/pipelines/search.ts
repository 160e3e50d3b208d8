import { rangeSearch, type RangeSearch } from '../../lib/range.ts'
import { readList, readText } from '../../lib/search-string.ts'
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

/** What can be looked for in the series of a pipeline, in the order in which it is offered. */
export const findingNames = ['band', 'anomalies', 'changes', 'trend', 'forecast'] as const

/** One of them. */
export type FindingName = (typeof findingNames)[number]

/** What the viewer chose on the page of one pipeline. */
export interface PipelineSearch extends RangeSearch {
  /** What is drawn over the charts; absent: nothing. */
  findings?: FindingName[]
}

/** Reads it. Findings that do not exist are as if absent. */
export function readPipelineSearch(raw: Record<string, unknown>): PipelineSearch {
  const asked = readList(raw.findings)
  const findings = findingNames.filter((name) => asked.includes(name))
  return { findings: findings.length > 0 ? findings : undefined, ...rangeSearch(raw) }
}

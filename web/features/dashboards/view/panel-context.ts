import { readRange, type Span } from '../../../lib/range.ts'
import type { PanelFilter } from '../../../panels/panel.ts'
import type { DashboardDocument, RangeDocument } from '../document.ts'
import { spanDocument, writeRangeDocument } from '../range-document.ts'
import { readChoices, readCrossFilters, type DashboardSearch } from './dashboard-search.ts'

/** What a dashboard gives to the questions of its panels: `PanelContext` of GraphQL. */
export type PanelContext = { range: RangeDocument; timezone: string; filters: PanelFilter[] }

/**
 * The context that a document and an address give: the zoom, else the range that was chosen, else the dashboard's own;
 * variables and clicked values as filters.
 */
export function panelContext(document: DashboardDocument, search: DashboardSearch, viewerZone: string): PanelContext {
  const { zoom } = readRange(search)
  return {
    range: contextRange(document, search, zoom),
    timezone: search.zone ?? document.timezone ?? viewerZone,
    filters: contextFilters(document, search),
  }
}

function contextRange(document: DashboardDocument, search: DashboardSearch, zoom: Span | null): RangeDocument {
  if (zoom) return spanDocument(zoom)
  const isChosen = search.range !== undefined || search.from !== undefined || search.to !== undefined
  const { choice, problem } = readRange(search)
  return isChosen && problem === null ? writeRangeDocument(choice) : document.range
}

function contextFilters({ variables }: DashboardDocument, search: DashboardSearch): PanelFilter[] {
  const choices = readChoices(variables, search)
  const chosen = variables.flatMap(({ name, dimension }) => {
    const values = choices[name] ?? []
    return values.length === 0 ? [] : [{ dimension, op: 'IN' as const, values: [...values] }]
  })
  const clicked = readCrossFilters(search).map(({ dimension, value }) =>
    value === null ? { dimension, op: 'IS_EMPTY' as const } : { dimension, op: 'IS' as const, values: [value] },
  )
  return [...chosen, ...clicked]
}

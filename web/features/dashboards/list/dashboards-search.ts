import type { DashboardFilter } from '../../../gql/graphql.ts'
import { readText } from '../../../lib/search-string.ts'

/** Which dashboards are shown, beside all, in the order in which they are offered. */
export const shownChoices = ['favourites', 'recent', 'mine'] as const

/** What the viewer chose on the list of dashboards, as it stands in the address. Nothing is there that nobody chose. */
export interface DashboardsSearch {
  text?: string
  /** The path of a folder: what is in it and in folders within it. */
  folder?: string
  show?: (typeof shownChoices)[number]
  /** The last changed first; by name without it. */
  sort?: 'changed'
}

/** Reads the address. What is not understood is as if absent; all names are there, because the router lays this over it. */
export function readDashboardsSearch(raw: Record<string, unknown>): DashboardsSearch {
  return {
    text: readText(raw.text),
    folder: readText(raw.folder),
    show: shownChoices.find((choice) => choice === raw.show),
    sort: raw.sort === 'changed' ? 'changed' : undefined,
  }
}

/** True when anything is chosen that leaves dashboards out. */
export function isFiltered({ text, folder, show }: DashboardsSearch): boolean {
  return [text, folder, show].some((value) => value !== undefined)
}

/** What is asked for it. */
export function dashboardFilter({ text, folder, show }: DashboardsSearch): DashboardFilter {
  return {
    text: text ?? null,
    folder: folder ?? null,
    favourites: show === 'favourites',
    recent: show === 'recent',
    mine: show === 'mine',
  }
}

/** In the order that was chosen. The server gives names in order, and recent ones by when they were opened. */
export function inOrder<Row extends { updatedAt: string }>(rows: readonly Row[], { sort }: DashboardsSearch): Row[] {
  if (sort !== 'changed') return [...rows]
  return rows.toSorted((a, b) => Date.parse(b.updatedAt) - Date.parse(a.updatedAt))
}

import { rangeSearch, type RangeSearch } from '../../../lib/range.ts'
import { readList, readText } from '../../../lib/search-string.ts'
import type { VariableDocument } from '../document.ts'

/**
 * What the viewer of a dashboard chose, as it stands in the address, so that a link shows the same. Nothing is there that
 * nobody chose.
 */
export interface DashboardSearch extends RangeSearch {
  /** Choices of variables, each `name=value`; `name=` alone for all values, where the dashboard begins with some. */
  var?: string[]
  /** Values that were clicked on, each `dimension=value`; a dimension alone for what has no value. */
  filter?: string[]
  /** A time zone in the place of the dashboard's. */
  zone?: string
  /** For a screen on a wall: panels only. */
  kiosk?: boolean
}

/** A value of a dimension that panels are filtered by; null for what has no value. */
export type CrossFilter = { dimension: string; value: string | null }

/** What is chosen of each variable, by its name; empty for all values. */
export type VariableChoices = Readonly<Record<string, readonly string[]>>

/** Reads the address. A zone that does not exist is as if absent; what is wrong with a range is told by `readRange`. */
export function readDashboardSearch(raw: Record<string, unknown>): DashboardSearch {
  const zone = readText(raw.zone)
  return {
    ...rangeSearch(raw),
    var: some(readList(raw.var).filter((text) => text.indexOf('=') > 0)),
    filter: some(readList(raw.filter).filter((text) => !text.startsWith('='))),
    zone: zone !== undefined && isZone(zone) ? zone : undefined,
    kiosk: raw.kiosk === undefined || raw.kiosk === false ? undefined : true,
  }
}

/** What is chosen of each variable: what the address says, else what the dashboard begins with. */
export function readChoices(variables: readonly VariableDocument[], search: DashboardSearch): VariableChoices {
  return Object.fromEntries(
    variables.map(({ name, values }) => {
      const said = pairsOf(search.var).filter((pair) => pair.name === name)
      return [name, said.length === 0 ? values : said.flatMap(({ value }) => value || [])]
    }),
  )
}

/** The address after a variable was chosen. A choice that is the dashboard's own leaves nothing there. */
export function writeChoice(
  search: DashboardSearch,
  variable: VariableDocument,
  values: readonly string[],
): Pick<DashboardSearch, 'var'> {
  const others = (search.var ?? []).filter((text) => !text.startsWith(`${variable.name}=`))
  if (isSameSet(values, variable.values)) return { var: some(others) }
  const said = values.length === 0 ? [''] : values
  return { var: [...others, ...said.map((value) => `${variable.name}=${value}`)] }
}

/** The values that were clicked on. */
export function readCrossFilters(search: DashboardSearch): CrossFilter[] {
  return (search.filter ?? []).map((text) => {
    const at = text.indexOf('=')
    return at === -1 ? { dimension: text, value: null } : { dimension: text.slice(0, at), value: text.slice(at + 1) }
  })
}

/** The address after a value was clicked on: it takes the place of another of its dimension, and goes when it is there already. */
export function toggleCrossFilter(
  search: DashboardSearch,
  { dimension, value }: CrossFilter,
): Pick<DashboardSearch, 'filter'> {
  const others = readCrossFilters(search).filter((known) => known.dimension !== dimension)
  const isThere = readCrossFilters(search).some((known) => known.dimension === dimension && known.value === value)
  return { filter: some([...others, ...(isThere ? [] : [{ dimension, value }])].map(writeCrossFilter)) }
}

const writeCrossFilter = ({ dimension, value }: CrossFilter): string =>
  value === null ? dimension : `${dimension}=${value}`

function pairsOf(texts: readonly string[] | undefined): { name: string; value: string }[] {
  return (texts ?? []).map((text) => {
    const at = text.indexOf('=')
    return { name: text.slice(0, at), value: text.slice(at + 1) }
  })
}

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value) => b.includes(value))
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

function some<Item>(items: Item[]): Item[] | undefined {
  return items.length === 0 ? undefined : items
}

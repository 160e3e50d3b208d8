import { type Context } from '../../schema/context.ts'
import { badInput } from '../../schema/errors.ts'
import { askTable, type FilterInput } from '../metrics/index.ts'
import type { PanelContext } from '../panels/index.ts'
import type { DashboardDocument } from './dashboard-document.ts'
import { givenContext } from './given-context.ts'
import { shownDashboard } from './shown-dashboard.ts'

const MOST_VALUES = 50

interface Asked {
  /** Name of the variable. */
  variable: string
  /** Only values that have this in them, in any case; null: all. */
  contains: string | null
  /** Whose range and time zone count. */
  chosen: PanelContext
}

/**
 * The values of a variable that whoever came by a link can choose, the most frequent of the range first, at most 50: those
 * of what its panels count. A value that every panel leaves out stays unknown to them. Nothing when no panel asks the
 * dataset of the variable. Throws badInput for a variable that there is not.
 */
export async function sharedValues(context: Context, { variable: name, contains, chosen }: Asked): Promise<string[]> {
  const { document, reach } = await shownDashboard(context, { panelIds: [], draftOf: null })
  const variable = document.variables.find((one) => one.name === name)
  if (!variable) throw noVariable(document, name)
  const { dataset, dimension } = variable
  const shown = filtersOfPanels(document, dataset)
  if (!shown) return []
  const { range, timezone } = givenContext(document, { range: chosen.range, timezone: chosen.timezone })
  const searched: FilterInput[] = contains ? [{ dimension, op: 'CONTAINS', values: [contains] }] : []
  const query = {
    ...{ dataset, dimensions: [dimension], measures: ['count'], range: range!, timezone },
    filters: [...shown, ...searched],
    orderBy: [{ by: 'count' }],
    limit: MOST_VALUES,
  }
  const { rows } = await askTable(context, reach, query, context.now())
  return rows.flatMap(([value]) => (value === null || value === undefined ? [] : [String(value)]))
}

/** What panels of a dataset keep, each by itself, as one filter; none when one of them keeps all. Null without such panels. */
function filtersOfPanels({ panels }: DashboardDocument, dataset: string): FilterInput[] | null {
  const kept = panels.flatMap(({ query }) => (query?.dataset === dataset ? [query.filters ?? []] : []))
  if (kept.length === 0) return null
  if (kept.some((filters) => filters.length === 0)) return []
  const distinct = new Map(kept.map((filters) => [JSON.stringify(filters), filters]))
  return [{ any: [...distinct.values()].map((all) => ({ all })) }]
}

function noVariable({ variables }: DashboardDocument, name: string) {
  const names = variables.map((one) => `"${one.name}"`).join(', ')
  return badInput(`The dashboard has no variable "${name.slice(0, 60)}". It has: ${names || 'none'}.`)
}

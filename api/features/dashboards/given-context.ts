import { badInput, forbidden } from '../../schema/errors.ts'
import type { TimeRange } from '../../schema/time-range.ts'
import type { FilterInput } from '../metrics/index.ts'
import type { PanelContext } from '../panels/index.ts'
import type { DashboardDocument } from './dashboard-document.ts'

const MOST_FILTERS = 50

/** What a dashboard gives to its panels: what whoever looks at it chose, and where they chose nothing what is stored. */
export function givenContext({ range, timezone }: DashboardDocument, chosen: PanelContext): PanelContext {
  const filters = chosen.filters ?? []
  if (filters.length > MOST_FILTERS) throw badInput(`"context.filters" has more than ${MOST_FILTERS} filters.`)
  return { range: chosen.range ?? storedRange(range), timezone: chosen.timezone ?? timezone, filters }
}

/** Throws FORBIDDEN for a filter by anything that is no variable of the dashboard: a link answers no other questions. */
export function refuseOtherFilters({ variables }: DashboardDocument, filters: readonly FilterInput[]): void {
  const known = new Set(variables.map(({ dimension }) => dimension))
  const other = filters.flatMap(dimensionsOf).find((dimension) => !known.has(dimension))
  if (other === undefined) return
  const names = [...known].map((name) => `"${name}"`).join(', ')
  throw forbidden(
    `Who came by a share link filters by the variables of the dashboard only: ${names || 'it has none'}. "${other.slice(0, 60)}" is none.`,
  )
}

function dimensionsOf({ dimension, any, all }: FilterInput): string[] {
  return [...(dimension == null ? [] : [dimension]), ...[...(any ?? []), ...(all ?? [])].flatMap(dimensionsOf)]
}

function storedRange({ from, to, ...rest }: DashboardDocument['range']): TimeRange {
  return { ...rest, from: from ? new Date(from) : null, to: to ? new Date(to) : null }
}

import { badInput } from '../../schema/errors.ts'
import { quoted } from '../../lib/nearest.ts'
import type { Dimension } from './catalog.ts'
import { checkCondition } from './check-condition.ts'
import type { FilterInput } from './filter-input.ts'
import type { Filter } from './filter.ts'
import { MAX_FILTER_DEPTH, MAX_FILTER_VALUES, MAX_FILTERS } from './limits.ts'

/** The filters with their dimensions. Throws badInput for one that cannot be, or when there are too many. */
export function checkFilters(filters: readonly FilterInput[], find: (name: string) => Dimension): Filter[] {
  const all = flatten(filters, 0)
  if (all.length > MAX_FILTERS) {
    throw badInput(`The question has ${all.length} filters, groups counted too: at most ${MAX_FILTERS} are possible.`)
  }
  const count = all.reduce((sum, filter) => sum + (filter.values?.length ?? 0), 0)
  if (count > MAX_FILTER_VALUES) {
    throw badInput(`The filters have ${count} values in all: at most ${MAX_FILTER_VALUES} are possible.`)
  }
  return filters.map((filter) => checkFilter(filter, find))
}

/** Groups and what stands in them. */
function flatten(filters: readonly FilterInput[], depth: number): FilterInput[] {
  if (depth > MAX_FILTER_DEPTH && filters.length > 0) {
    throw badInput(`The filters stand in groups more than ${MAX_FILTER_DEPTH} deep: ask with fewer groups.`)
  }
  return filters.flatMap((filter) => [filter, ...flatten([...(filter.any ?? []), ...(filter.all ?? [])], depth + 1)])
}

function checkFilter(filter: FilterInput, find: (name: string) => Dimension): Filter {
  const { dimension, any, all, ...condition } = filter
  const [join, inner] = any == null ? (['all', all ?? null] as const) : (['any', any] as const)
  if ([dimension, any, all].filter((part) => part != null).length !== 1) {
    const about = dimension == null ? 'A filter' : `The filter on ${quoted(dimension)}`
    throw badInput(`${about} must have one of "dimension", "any" and "all": it is a condition or a group.`)
  }
  if (!inner) return checkCondition(condition, find(dimension!))
  if (inner.length === 0) throw badInput(`A group "${join}" has no filters: give at least one, or leave the group out.`)
  const given = Object.entries(condition).find(([, value]) => value != null)
  if (given) throw badInput(`A group "${join}" has "${given[0]}": that belongs to the filters in it.`)
  return { join, filters: inner.map((one) => checkFilter(one, find)) }
}

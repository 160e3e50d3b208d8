import { badInput } from '../../schema/errors.ts'
import { isStorable } from '../../lib/search-text.ts'
import { nearest, quoted } from '../../lib/nearest.ts'
import type { Dimension } from './catalog.ts'
import { MAX_CONTAINS_LENGTH, MAX_FILTER_VALUES, MAX_FILTERS } from './limits.ts'
import type { FilterInput } from './metric-query.ts'
import type { Filter } from './plan.ts'

/** The filters with their dimensions. Throws badInput for one that cannot be, or when there are too many. */
export function checkFilters(filters: readonly FilterInput[], find: (name: string) => Dimension): Filter[] {
  if (filters.length > MAX_FILTERS) {
    throw badInput(`The question has ${filters.length} filters: at most ${MAX_FILTERS} are possible.`)
  }
  const count = filters.reduce((sum, filter) => sum + (filter.values?.length ?? 0), 0)
  if (count > MAX_FILTER_VALUES) {
    throw badInput(`The filters have ${count} values in all: at most ${MAX_FILTER_VALUES} are possible.`)
  }
  return filters.map((filter) => checkFilter(filter, find(filter.dimension)))
}

function checkFilter(filter: FilterInput, dimension: Dimension): Filter {
  const op = filter.op ?? 'IN'
  const values = filter.values ?? []
  const about = `The filter on ${quoted(filter.dimension)}`
  const needsValues = op !== 'IS_EMPTY' && op !== 'IS_NOT_EMPTY'
  if (needsValues && values.length === 0) throw badInput(`${about} has no values: ${op} needs at least one.`)
  if (!needsValues && values.length > 0) throw badInput(`${about} has values: ${op} takes none.`)
  for (const value of values) {
    if (!isStorable(value))
      throw badInput(`${about} has a value with a NUL or half a character: no stored text has one.`)
    if (op !== 'CONTAINS') refuseImpossible(about, value, dimension)
  }
  const length = values.join('').length
  if (op === 'CONTAINS' && length > MAX_CONTAINS_LENGTH) {
    throw badInput(`${about} looks for ${length} characters in all: at most ${MAX_CONTAINS_LENGTH} are possible.`)
  }
  return { dimension, op, values }
}

/** Where all values are known, another one is a slip, and an empty answer would hide it. */
function refuseImpossible(about: string, value: string, { values }: Dimension) {
  if (!values || values.includes(value)) return
  throw badInput(
    `${about} has the value ${quoted(value)}, which there is not. The nearest is "${nearest(value, values)}".`,
  )
}

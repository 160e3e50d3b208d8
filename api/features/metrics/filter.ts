import type { Dimension } from './catalog.ts'

/** Compares the text of a dimension. */
export interface TextCondition {
  dimension: Dimension
  op: 'IN' | 'NOT_IN' | 'CONTAINS'
  /** At least one. */
  values: readonly string[]
}

/** Compares the number of a dimension; at least one limit is given, and both are included. */
export interface RangeCondition {
  dimension: Dimension
  op: 'RANGE'
  min: number | null
  max: number | null
}

/** Asks whether there is a value. */
export interface PresenceCondition {
  dimension: Dimension
  op: 'IS_EMPTY' | 'IS_NOT_EMPTY'
}

/** What is asked of one dimension. */
export type Condition = TextCondition | RangeCondition | PresenceCondition

/** Filters of which one is enough, or which must all be fulfilled. */
export interface FilterGroup {
  join: 'any' | 'all'
  /** At least one. */
  filters: readonly Filter[]
}

/** A filter that was checked. */
export type Filter = Condition | FilterGroup

/** All conditions, however deep they stand in groups. */
export function conditionsIn(filters: readonly Filter[]): Condition[] {
  return filters.flatMap((filter) => ('join' in filter ? conditionsIn(filter.filters) : [filter]))
}

/** The conditions that every row fulfils: those that are not one of several possibilities. */
export function conditionsOfAllRows(filters: readonly Filter[]): Condition[] {
  return filters.flatMap((filter) => {
    if (!('join' in filter)) return [filter]
    return filter.join === 'all' || filter.filters.length === 1 ? conditionsOfAllRows(filter.filters) : []
  })
}

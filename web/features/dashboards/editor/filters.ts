import type { PanelFilter } from '../../../panels/panel.ts'
import { opWords } from '../op-words.ts'
import { titleOfDimension, type CatalogDataset, type CatalogDimension } from './catalog.ts'

/** How a condition decides. */
export type FilterOp = CatalogDimension['ops'][number]

/** What a condition is compared with: some values, one, texts, a range of numbers, or nothing. */
export type Operand = 'VALUES' | 'VALUE' | 'TEXTS' | 'NUMBERS' | 'NOTHING'

const operands: Readonly<Record<FilterOp, Operand>> = {
  IS: 'VALUE',
  IS_NOT: 'VALUE',
  IN: 'VALUES',
  NOT_IN: 'VALUES',
  CONTAINS: 'TEXTS',
  RANGE: 'NUMBERS',
  IS_EMPTY: 'NOTHING',
  IS_NOT_EMPTY: 'NOTHING',
}

/** How a filter decides; IN where nothing is said, as on the server. */
export const opOf = ({ op }: PanelFilter): FilterOp => op ?? 'IN'

/** What a filter is compared with. */
export const operandOf = (filter: PanelFilter): Operand => operands[opOf(filter)]

/** A new condition on a dimension, in the way that suits it best. */
export function newCondition({ name, ops }: Pick<CatalogDimension, 'name' | 'ops'>): PanelFilter {
  return { dimension: name, op: ops.includes('IN') ? 'IN' : (ops[0] ?? 'IN') }
}

/** The condition decided in another way, with as much of what it is compared with as that takes. */
export function withOp({ dimension, values, min, max }: PanelFilter, op: FilterOp): PanelFilter {
  const operand = operands[op]
  if (operand === 'NOTHING') return { dimension, op }
  if (operand === 'NUMBERS') return { dimension, op, ...(min != null && { min }), ...(max != null && { max }) }
  const taken = operand === 'VALUE' ? values?.slice(0, 1) : values
  return { dimension, op, ...(taken && { values: taken }) }
}

/** The kind of a group and what stands in it; null for a condition. */
export function groupOf({ any, all }: PanelFilter): { join: 'any' | 'all'; filters: readonly PanelFilter[] } | null {
  if (any) return { join: 'any', filters: any }
  return all ? { join: 'all', filters: all } : null
}

/** A group of filters. */
export const newGroup = (join: 'any' | 'all', filters: readonly PanelFilter[]): PanelFilter =>
  join === 'any' ? { any: [...filters] } : { all: [...filters] }

/** Those that can be asked: a condition that is still being written, and a group of such, say nothing yet. */
export function finishedFilters(filters: readonly PanelFilter[]): PanelFilter[] {
  return filters.flatMap((filter): PanelFilter[] => {
    const group = groupOf(filter)
    if (!group) return isFinished(filter) ? [filter] : []
    const inner = finishedFilters(group.filters)
    return inner.length > 0 ? [newGroup(group.join, inner)] : []
  })
}

function isFinished(filter: PanelFilter): boolean {
  if (!filter.dimension) return false
  const operand = operandOf(filter)
  if (operand === 'NOTHING') return true
  if (operand === 'NUMBERS') return filter.min != null || filter.max != null
  return (filter.values ?? []).length > 0
}

/** A filter in words: 'Status is one of FAILED, TIMED_OUT'; groups in brackets. */
export function filterWords(filter: PanelFilter, dataset: CatalogDataset | null): string {
  const group = groupOf(filter)
  if (group) {
    const inner = group.filters.map((one) => filterWords(one, dataset))
    return inner.length === 1 ? (inner[0] ?? '') : `(${inner.join(group.join === 'any' ? ' or ' : ' and ')})`
  }
  const operand = operandOf(filter)
  const what = operand === 'NUMBERS' ? rangeWords(filter) : opWords[opOf(filter)]
  const values = operand === 'NUMBERS' || operand === 'NOTHING' ? '' : ` ${(filter.values ?? []).join(', ')}`
  return `${titleOfDimension(dataset, filter.dimension ?? '')} ${what}${values}`
}

function rangeWords({ min = null, max = null }: PanelFilter): string {
  if (min === null) return `is at most ${max ?? '...'}`
  return max === null ? `is at least ${min}` : `is between ${min} and ${max}`
}

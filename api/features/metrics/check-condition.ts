import { badInput } from '../../schema/errors.ts'
import { nearest, quoted } from '../../lib/nearest.ts'
import { isStorable } from '../../lib/search-text.ts'
import type { Dimension } from './catalog.ts'
import type { FilterInput, FilterOp } from './filter-input.ts'
import type { Condition, RangeCondition } from './filter.ts'
import { MAX_CONTAINS_LENGTH } from './limits.ts'

type ConditionInput = Pick<FilterInput, 'op' | 'values' | 'min' | 'max'>

/** The ways in which a dimension can be filtered. */
export function opsOf({ number, filterOnly }: Dimension): FilterOp[] {
  const texts: FilterOp[] = filterOnly ? [] : ['IS', 'IS_NOT', 'IN', 'NOT_IN', 'CONTAINS']
  return [...texts, ...(number ? (['RANGE'] as const) : []), 'IS_EMPTY', 'IS_NOT_EMPTY']
}

/** A condition on one dimension. Throws badInput when it cannot be, with the dimension and what is possible. */
export function checkCondition(input: ConditionInput, dimension: Dimension): Condition {
  const op = input.op ?? 'IN'
  const about = `The filter on ${quoted(dimension.name)}`
  const possible = opsOf(dimension)
  if (!possible.includes(op)) {
    throw badInput(`${about} cannot be ${op}: possible are ${possible.join(', ')}.`)
  }
  const { min = null, max = null } = input
  if (op === 'RANGE') return checkRange({ ...input, min, max }, dimension, about)
  if (min !== null || max !== null) throw badInput(`${about} has "min" or "max": they belong to RANGE, not to ${op}.`)
  const values = input.values ?? []
  if (op === 'IS_EMPTY' || op === 'IS_NOT_EMPTY') {
    if (values.length > 0) throw badInput(`${about} has values: ${op} takes none.`)
    return { dimension, op }
  }
  checkValues(op, values, dimension, about)
  return { dimension, op: op === 'IS' ? 'IN' : op === 'IS_NOT' ? 'NOT_IN' : op, values }
}

interface RangeInput {
  values?: string[] | null
  min: number | null
  max: number | null
}

function checkRange({ values, min, max }: RangeInput, dimension: Dimension, about: string): RangeCondition {
  if (values && values.length > 0) throw badInput(`${about} has values: RANGE takes "min" and "max".`)
  if (min === null && max === null) throw badInput(`${about} has no limit: RANGE needs "min" or "max", or both.`)
  for (const limit of [min ?? 0, max ?? 0]) {
    if (!Number.isFinite(limit)) throw badInput(`${about} has the limit ${limit}: it must be a number.`)
  }
  if (min !== null && max !== null && min > max) {
    throw badInput(`${about} has "min" ${min} above "max" ${max}: no number lies between them.`)
  }
  return { dimension, op: 'RANGE', min, max }
}

function checkValues(op: FilterOp, values: readonly string[], dimension: Dimension, about: string) {
  if (values.length === 0) throw badInput(`${about} has no values: ${op} needs at least one.`)
  if ((op === 'IS' || op === 'IS_NOT') && values.length > 1) {
    throw badInput(`${about} has ${values.length} values: ${op} takes one, ${op === 'IS' ? 'IN' : 'NOT_IN'} several.`)
  }
  for (const value of values) {
    if (!isStorable(value))
      throw badInput(`${about} has a value with a NUL or half a character: no stored text has one.`)
    if (op !== 'CONTAINS') refuseImpossible(about, value, dimension)
  }
  const length = values.join('').length
  if (op === 'CONTAINS' && length > MAX_CONTAINS_LENGTH) {
    throw badInput(`${about} looks for ${length} characters in all: at most ${MAX_CONTAINS_LENGTH} are possible.`)
  }
}

/** Where all values are known, another one is a slip, and an empty answer would hide it. */
function refuseImpossible(about: string, value: string, { values }: Dimension) {
  if (!values || values.includes(value)) return
  throw badInput(
    `${about} has the value ${quoted(value)}, which there is not. The nearest is "${nearest(value, values)}".`,
  )
}

import { badInput } from '../../schema/errors.ts'
import { quoted } from '../../lib/nearest.ts'
import type { Dimension, Measure } from './catalog.ts'
import { type Condition, conditionsOfAllRows, type Filter } from './filter.ts'

interface Asked {
  measures: readonly Pick<Measure, 'name' | 'within'>[]
  dimensions: readonly Dimension[]
  filters: readonly Filter[]
}

/** Throws badInput for a measure that would mix what cannot be mixed, such as the average of different metrics. */
export function checkWithin({ measures, dimensions, filters }: Asked): void {
  for (const { name, within } of measures) {
    if (within === undefined || dimensions.some((dimension) => dimension.name === within)) continue
    if (keepsOneOf(filters, within)) continue
    throw badInput(
      `${quoted(name)} of different values of "${within}" has no meaning: name "${within}" among the dimensions, or keep one ` +
        'value of it by a filter.',
    )
  }
}

/** Whether all rows that the filters keep have one and the same value of a dimension. */
export function keepsOneOf(filters: readonly Filter[], dimension: string): boolean {
  return conditionsOfAllRows(filters).some((condition) => keepsOneValue(condition, dimension))
}

function keepsOneValue(condition: Condition, dimension: string): boolean {
  return condition.dimension.name === dimension && condition.op === 'IN' && condition.values.length === 1
}

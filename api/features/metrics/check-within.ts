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
    if (conditionsOfAllRows(filters).some((condition) => keepsOneValue(condition, within))) continue
    throw badInput(
      `${quoted(name)} of different values of "${within}" has no meaning: name "${within}" among the dimensions, or keep one ` +
        'value of it by a filter.',
    )
  }
}

function keepsOneValue(condition: Condition, dimension: string): boolean {
  return condition.dimension.name === dimension && condition.op === 'IN' && condition.values.length === 1
}

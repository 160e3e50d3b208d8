import { badInput } from '../../schema/errors.ts'
import { quoted } from '../../lib/nearest.ts'
import type { Dimension, Measure } from './catalog.ts'
import type { Filter } from './plan.ts'

interface Asked {
  measures: readonly Measure[]
  dimensions: readonly Dimension[]
  filters: readonly Filter[]
}

/** Throws badInput for a measure that would mix what cannot be mixed, such as the average of different metrics. */
export function checkWithin({ measures, dimensions, filters }: Asked): void {
  for (const { name, within } of measures) {
    if (within === undefined || dimensions.some((dimension) => dimension.name === within)) continue
    if (filters.some((filter) => filter.dimension.name === within && filter.op === 'IN' && filter.values.length === 1))
      continue
    throw badInput(
      `${quoted(name)} of different values of "${within}" has no meaning: name "${within}" among the dimensions, or keep one ` +
        'value of it by a filter.',
    )
  }
}

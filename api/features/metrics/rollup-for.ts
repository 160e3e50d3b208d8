import type { Dimension, Rollup } from './catalog.ts'
import { conditionsIn } from './filter.ts'
import type { Plan } from './plan.ts'

/** The dataset's rollup, when it tells apart all that the question does; otherwise null: single rows have to answer. */
export function rollupFor(plan: Pick<Plan, 'dataset' | 'dimensions' | 'filters'>): Rollup | null {
  const { rollup } = plan.dataset
  if (!rollup) return null
  const known = ['pipeline', ...rollup.dimensions]
  return dimensionsUsed(plan).every(({ name }) => known.includes(name)) ? rollup : null
}

/** Those that split and those that filter. */
export function dimensionsUsed({ dimensions, filters }: Pick<Plan, 'dimensions' | 'filters'>): Dimension[] {
  return [...dimensions, ...conditionsIn(filters).map((condition) => condition.dimension)]
}

import type { Rollup } from './catalog.ts'
import type { Plan } from './plan.ts'

/** The dataset's rollup, when it tells apart all that the question does; otherwise null: single rows have to answer. */
export function rollupFor({
  dataset,
  dimensions,
  filters,
}: Pick<Plan, 'dataset' | 'dimensions' | 'filters'>): Rollup | null {
  const { rollup } = dataset
  if (!rollup) return null
  const known = ['pipeline', ...rollup.dimensions]
  const used = [...dimensions, ...filters.map((filter) => filter.dimension)]
  return used.every(({ name }) => known.includes(name)) ? rollup : null
}

import type { CellOfMeasure } from '../../../analytics/causes/change-of.ts'
import { badInput } from '../../schema/errors.ts'
import type { Reach } from '../../db/reach.ts'
import type { TimeRange } from '../../schema/time-range.ts'
import { type AskDeps, askTable } from './ask.ts'
import type { Dataset, Measure } from './catalog.ts'
import type { Cell } from './cell.ts'
import { checkFilters } from './check-filters.ts'
import { keepsOneOf } from './check-within.ts'
import { findDataset } from './find-dataset.ts'
import { findDimension } from './find-dimension.ts'
import { findMeasures } from './find-measures.ts'
import { MAX_DIMENSIONS, MAX_ROWS } from './limits.ts'
import type { MetricQuery } from './metric-query.ts'

/** A measure in parts that add up to it. */
export interface MeasureInParts {
  measure: Pick<Measure, 'name' | 'title' | 'unit'>
  dimensions: string[]
  /** Whether parts have a numerator and a denominator. */
  isQuotient: boolean
  parts: CellOfMeasure[]
  from: Date
  to: Date
}

/**
 * The one measure of a question in a range, in parts for all combinations of its dimensions: those that it names, otherwise all
 * that have few or some values. Throws badInput for a measure whose parts do not add up to it, such as a percentile, and for
 * more combinations than can be looked through.
 */
export async function askParts(
  deps: AskDeps,
  reach: Reach,
  { query, range }: { query: MetricQuery; range: TimeRange },
  now: Date,
): Promise<MeasureInParts> {
  const dataset = findDataset(query.dataset)
  const measure = oneMeasure(dataset, query)
  const { numerator, denominator } = measure.quotient ?? { numerator: [measure.name], denominator: [] }
  const dimensions = query.dimensions ?? usualDimensions(dataset, measure)
  const { dataset: name, filters, timezone } = query
  const measures = [...new Set([...numerator, ...denominator])]
  const question = { dataset: name, filters, timezone, measures, dimensions: [...dimensions], range, limit: MAX_ROWS }
  const { columns, rows, truncated, from, to } = await askTable(deps, reach, question, now)
  if (truncated) {
    throw badInput(
      `There are more than ${MAX_ROWS.toLocaleString('en')} combinations of ${dimensions.join(', ')}: name fewer dimensions, ` +
        'or choose a shorter range.',
    )
  }
  const placesOf = (names: readonly string[]) => names.map((one) => columns.findIndex(({ name }) => name === one))
  const [numerators, denominators] = [placesOf(numerator), placesOf(denominator)]
  const sumOf = (places: readonly number[], row: Cell[]) => {
    return places.reduce((sum, place) => sum + Number(row[place] ?? 0), 0)
  }
  const parts = rows.map((row) => ({
    values: row.slice(0, dimensions.length).map((value) => (value === null ? null : String(value))),
    sum: sumOf(numerators, row),
    of: measure.quotient ? sumOf(denominators, row) : null,
  }))
  return { measure, dimensions: [...dimensions], isQuotient: measure.quotient !== undefined, parts, from, to }
}

function oneMeasure(dataset: Dataset, { measures, filters }: MetricQuery): Measure {
  if (measures.length !== 1) {
    throw badInput(`One measure at a time can be explained, and the question has ${measures.length}.`)
  }
  // Throws for a name that there is not.
  findMeasures(dataset, measures)
  const measure = dataset.measures.find(({ name }) => name === measures[0])
  if (!measure || !hasParts(measure)) {
    const names = dataset.measures.filter(hasParts).map(({ name }) => `"${name}"`)
    throw badInput(
      `"${measures[0]}" cannot be explained: its parts do not add up to it. Those of ${names.join(', ')} do.`,
    )
  }
  const { countedIn } = measure
  if (
    countedIn &&
    !keepsOneOf(
      checkFilters(filters ?? [], (name) => findDimension(dataset, name)),
      countedIn,
    )
  ) {
    throw badInput(
      `"${measure.name}" of different values of "${countedIn}" cannot be added: keep one of them by a filter.`,
    )
  }
  return measure
}

/** The measure whose parts explain a change of this one, mostly itself; null where there is none. */
export function explainingMeasure(dataset: string, name: string): string | null {
  const { measures } = findDataset(dataset)
  const measure = measures.find((one) => one.name === name)
  if (!measure) return null
  return hasParts(measure) ? name : (measure.explainedBy ?? null)
}

function hasParts({ quotient, additive }: Measure): boolean {
  return quotient !== undefined || additive
}

function usualDimensions({ dimensions }: Dataset, { quotient }: Measure): string[] {
  return dimensions
    .filter(
      ({ name, cardinality, filterOnly, binned }) =>
        cardinality !== 'MANY' && !filterOnly && !binned && !quotient?.apart?.includes(name),
    )
    .map(({ name }) => name)
    .slice(0, MAX_DIMENSIONS)
}

import { badInput } from '../../schema/errors.ts'
import type { Reach } from '../../db/reach.ts'
import type { Dataset, Measure } from './catalog.ts'
import { checkFilters } from './check-filters.ts'
import { checkOrder } from './check-order.ts'
import { checkWithin } from './check-within.ts'
import { columnsOf } from './columns.ts'
import { comparedPeriod } from './compare.ts'
import { datasets } from './datasets/index.ts'
import { findDimension, findDimensions } from './find-dimension.ts'
import { keptPeriod } from './kept-period.ts'
import { DEFAULT_ROWS, MAX_KEYS, MAX_MEASURES, MAX_POINTS, MAX_ROWS } from './limits.ts'
import type { MetricQuery } from './metric-query.ts'
import type { Plan } from './plan.ts'
import { checkTimezone, type Period, planPeriod } from './range.ts'
import { refuseTooMany } from './refuse-too-many.ts'
import { rollupFor } from './rollup-for.ts'
import { unknownName } from './unknown-name.ts'

/** Which kind of answer is wanted: rows, or points over time. */
export type AnswerKind = 'table' | 'series'

export interface Asker {
  reach: Reach
  now: Date
}

/**
 * Turns a question as it was sent into one that can be compiled. Throws badInput for anything that is unknown, missing,
 * double or too much, with its name, the limit, and where there is one the nearest name that exists.
 */
export function checkQuery(kind: AnswerKind, query: MetricQuery, asker: Asker): Plan {
  const dataset = findDataset(query.dataset)
  const measures = findMeasures(dataset, query.measures)
  const dimensions = findDimensions(dataset, query.dimensions ?? [])
  const filters = checkFilters(query.filters ?? [], (name) => findDimension(dataset, name))
  checkWithin({ measures, dimensions, filters })
  const limit = checkLimit(kind, query.limit ?? null)

  const timezone = checkTimezone(query.timezone ?? 'UTC')
  const axis = { range: query.range, every: query.every ?? null, zone: timezone }
  const perBucket = kind === 'table' ? 1 : measures.length * (query.compare ? 2 : 1)
  const period = planPeriod(axis, asker.now, Math.floor(MAX_POINTS / perBucket))
  const compared = query.compare ? comparedPeriod(period, axis, query.compare) : null
  const buckets = period.edges.length - 1
  const hasRollup = rollupFor({ dataset, dimensions, filters }) !== null
  const kept = (whole: Period) => (dataset.rollup ? keptPeriod(whole, asker.reach.kept, hasRollup) : whole)

  const overTime = axis.every !== null
  const columns = columnsOf({ overTime, dimensions, measures, isCompared: compared !== null })
  return {
    reach: asker.reach,
    dataset,
    measures,
    dimensions,
    filters,
    overTime,
    period: kept(period),
    compared: compared && kept(compared),
    timezone,
    columns,
    order: checkOrder(kind, query.orderBy ?? [], columns),
    limit: kind === 'table' ? limit : Math.min(limit, Math.floor(MAX_POINTS / (buckets * perBucket))),
    asOf: asker.now,
  }
}

function findDataset(name: string): Dataset {
  const found = datasets.find((dataset) => dataset.name === name)
  if (found) return found
  throw unknownName(
    'dataset',
    name,
    datasets.map((dataset) => dataset.name),
  )
}

function findMeasures(dataset: Dataset, names: readonly string[]): Measure[] {
  if (names.length === 0) throw badInput('The question has no measures: name at least one, such as "count".')
  refuseTooMany('measures', names, MAX_MEASURES)
  return names.map((name) => {
    const found = dataset.measures.find((measure) => measure.name === name)
    if (found) return found
    throw unknownName(
      `measure of the dataset "${dataset.name}"`,
      name,
      dataset.measures.map((measure) => measure.name),
    )
  })
}

function checkLimit(kind: AnswerKind, limit: number | null): number {
  if (limit !== null && !(Number.isInteger(limit) && limit >= 1 && limit <= MAX_ROWS)) {
    throw badInput(`"limit" is ${limit}: it must be a whole number between 1 and ${MAX_ROWS}.`)
  }
  return kind === 'table' ? (limit ?? DEFAULT_ROWS) : Math.min(limit ?? MAX_KEYS, MAX_KEYS)
}

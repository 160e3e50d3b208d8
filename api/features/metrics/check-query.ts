import { badInput } from '../../schema/errors.ts'
import type { Reach } from '../../db/reach.ts'
import { nearest, quoted } from '../../lib/nearest.ts'
import { isStorable } from '../../lib/search-text.ts'
import type { Dataset, Dimension, DimensionFamily, Measure } from './catalog.ts'
import { checkFilters } from './check-filters.ts'
import { checkOrder } from './check-order.ts'
import { checkWithin } from './check-within.ts'
import { columnsOf } from './columns.ts'
import { comparedPeriod } from './compare.ts'
import { datasets } from './datasets/index.ts'
import { keptPeriod } from './kept-period.ts'
import {
  DEFAULT_ROWS,
  MAX_DIMENSIONS,
  MAX_KEYS,
  MAX_LABEL_NAME_LENGTH,
  MAX_MEASURES,
  MAX_POINTS,
  MAX_ROWS,
} from './limits.ts'
import type { MetricQuery } from './metric-query.ts'
import type { Plan } from './plan.ts'
import { checkTimezone, type Period, planPeriod } from './range.ts'
import { rollupFor } from './rollup-for.ts'

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
  throw unknown('dataset', name, datasets)
}

function findMeasures(dataset: Dataset, names: readonly string[]): Measure[] {
  if (names.length === 0) throw badInput('The question has no measures: name at least one, such as "count".')
  refuseTooMany('measures', names, MAX_MEASURES)
  return names.map((name) => {
    const found = dataset.measures.find((measure) => measure.name === name)
    if (found) return found
    throw unknown(`measure of the dataset "${dataset.name}"`, name, dataset.measures)
  })
}

function findDimensions(dataset: Dataset, names: readonly string[]): Dimension[] {
  refuseTooMany('dimensions', names, MAX_DIMENSIONS)
  return names.map((name) => findDimension(dataset, name))
}

function findDimension(dataset: Dataset, name: string): Dimension {
  const found = dataset.dimensions.find((dimension) => dimension.name === name)
  if (found) return found
  const family = dataset.families.find(({ prefix }) => name.startsWith(prefix))
  if (family) return family.make(restOfName(family, name))
  const patterns = dataset.families.map(({ pattern }) => ({ name: pattern }))
  throw unknown(`dimension of the dataset "${dataset.name}"`, name, [...dataset.dimensions, ...patterns])
}

function restOfName({ prefix, pattern }: DimensionFamily, name: string): string {
  const rest = name.slice(prefix.length)
  const isUsable = rest !== '' && rest.length <= MAX_LABEL_NAME_LENGTH && isStorable(rest)
  if (isUsable) return rest
  const limits = `1 to ${MAX_LABEL_NAME_LENGTH} characters, none of them NUL or half of one`
  throw badInput(`${quoted(name)} is not a dimension: write ${pattern} with a name of ${limits}.`)
}

function refuseTooMany(what: string, names: readonly string[], most: number) {
  if (names.length > most) throw badInput(`The question has ${names.length} ${what}: at most ${most} are possible.`)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined)
    throw badInput(`The question names ${quoted(twice)} twice among its ${what}: once is enough.`)
}

function unknown(what: string, name: string, existing: readonly { name: string }[]) {
  const meant = nearest(
    name,
    existing.map((one) => one.name),
  )
  return badInput(`${quoted(name)} is not a ${what}. The nearest name is "${meant}".`)
}

function checkLimit(kind: AnswerKind, limit: number | null): number {
  if (limit !== null && !(Number.isInteger(limit) && limit >= 1 && limit <= MAX_ROWS)) {
    throw badInput(`"limit" is ${limit}: it must be a whole number between 1 and ${MAX_ROWS}.`)
  }
  return kind === 'table' ? (limit ?? DEFAULT_ROWS) : Math.min(limit ?? MAX_KEYS, MAX_KEYS)
}

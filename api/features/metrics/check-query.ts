import type { Reach } from '../../db/reach.ts'
import { checkFilters } from './check-filters.ts'
import { checkOrder } from './check-order.ts'
import { checkWithin } from './check-within.ts'
import { columnsOf } from './columns.ts'
import { comparedPeriod } from './compare.ts'
import { findDataset } from './find-dataset.ts'
import { findDimension, findDimensions } from './find-dimension.ts'
import { checkFormulas } from './check-formulas.ts'
import { checkLimit } from './check-limit.ts'
import { findMeasures } from './find-measures.ts'
import { MAX_POINTS } from './limits.ts'
import type { AnswerKind, MetricQuery } from './metric-query.ts'
import type { Plan } from './plan.ts'
import { keptPeriod } from './kept-period.ts'
import { rollupFor } from './rollup-for.ts'
import { checkTimezone, type Period, planPeriod } from './range.ts'

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
  const { measures, aggregates } = findMeasures(dataset, query.measures)
  checkFormulas(measures, query)
  const dimensions = findDimensions(dataset, query.dimensions ?? [])
  const filters = checkFilters(query.filters ?? [], (name) => findDimension(dataset, name))
  checkWithin({ measures: [...measures, ...aggregates], dimensions, filters })

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
    aggregates,
    dimensions,
    filters,
    overTime,
    period: kept(period),
    compared: compared && kept(compared),
    timezone,
    columns,
    order: checkOrder(kind, query.orderBy ?? [], columns),
    ...checkLimit(kind, query, buckets * perBucket),
    asOf: asker.now,
  }
}

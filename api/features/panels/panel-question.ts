import { badInput } from '../../schema/errors.ts'
import type { TimeRange } from '../../schema/time-range.ts'
import {
  type AnswerKind,
  checkTimezone,
  type FilterInput,
  type Granularity,
  hasDimension,
  type MetricQuery,
} from '../metrics/index.ts'
import { autoGranularity } from './auto-granularity.ts'
import type { PanelContext } from './panel-context.ts'
import type { AnswerForm, PanelQuery } from './panel-document.ts'

/** What is to be asked for one form of a panel's answers. */
export interface PanelQuestion {
  kind: AnswerKind
  query: MetricQuery
  /** The buckets of time; null for a total. */
  every: Granularity | null
  /** Dimensions of the context's filters that the dataset has not: the answer is not filtered by them. */
  unfiltered: string[]
}

/**
 * Puts together what a panel asks and what its dashboard gives. Throws badInput for a dataset or a time zone that there is
 * not, and when neither says which time to cover; everything else is found out when it is asked.
 */
export function panelQuestion(
  { query, form }: { query: PanelQuery; form: AnswerForm },
  context: PanelContext,
  now: Date,
): PanelQuestion {
  const range = rangeOf(query, context)
  const timezone = checkTimezone(context.timezone ?? 'UTC')
  const asked = query.every ?? (form === 'SERIES' ? 'AUTO' : null)
  const wanted = form === 'TOTAL' ? null : asked
  const every = wanted === 'AUTO' ? autoGranularity(range, now, timezone) : wanted
  const { filters, unfiltered } = filtersFor(query, context)
  return {
    kind: form === 'SERIES' ? 'series' : 'table',
    query: { ...query, filters, range, every, timezone, orderBy: ordersFor(query, form) },
    every,
    unfiltered,
  }
}

function rangeOf({ range: own }: PanelQuery, context: PanelContext): TimeRange {
  if (own) return { ...own, from: own.from ? new Date(own.from) : null, to: own.to ? new Date(own.to) : null }
  if (context.range) return context.range
  throw badInput('Neither the panel nor the dashboard says which time to cover: choose a range.')
}

/** Without buckets there is no time to order by, and series have an order of their own. */
function ordersFor({ orderBy }: PanelQuery, form: AnswerForm) {
  return form === 'ROWS' ? orderBy : orderBy?.filter(({ by }) => by !== 'time')
}

function filtersFor({ dataset, filters }: PanelQuery, context: PanelContext) {
  const unfiltered = new Set<string>()
  const added = (context.filters ?? []).filter(keepsSomething).filter((filter) => {
    const missing = dimensionsIn(filter).filter((name) => !hasDimension(dataset, name))
    for (const name of missing) unfiltered.add(name)
    return missing.length === 0
  })
  return { filters: [...(filters ?? []), ...added], unfiltered: [...unfiltered] }
}

/** A variable of which nothing is chosen stands for all its values. */
function keepsSomething({ op, values, any, all }: FilterInput): boolean {
  if (any || all) return true
  return values?.length !== 0 || op === 'RANGE' || op === 'IS_EMPTY' || op === 'IS_NOT_EMPTY'
}

function dimensionsIn({ dimension, any, all }: FilterInput): string[] {
  return [...(dimension == null ? [] : [dimension]), ...[...(any ?? []), ...(all ?? [])].flatMap(dimensionsIn)]
}

import type { TimeRange } from '../../schema/time-range.ts'
import { type AnsweredSeries, explainingMeasure } from '../metrics/index.ts'
import type { Contributor } from './contributor.ts'
import { explainChange, type Explaining } from './explain-change.ts'

/** As many as a person reads. */
const MOST_CONTRIBUTORS = 3

/**
 * The few groups that explain why a series changed between two ranges: the causes of the best cut, the most surprising
 * first. A percentile is explained by its average. Empty: the change is everywhere, or the measure cannot be explained.
 */
export async function explainSeries(
  deps: Explaining,
  series: AnsweredSeries,
  ranges: Record<'before' | 'after', TimeRange>,
): Promise<Contributor[]> {
  const { query, key, isOther, reach } = series
  const measure = explainingMeasure(query.dataset, series.measure)
  if (!measure || isOther) return []
  const ofKey = key.map(({ dimension, value }) =>
    value === null ? { dimension, op: 'IS_EMPTY' as const } : { dimension, op: 'IN' as const, values: [value] },
  )
  const { dataset, filters, timezone } = query
  const asked = { dataset, timezone, measures: [measure], filters: [...(filters ?? []), ...ofKey], range: ranges.after }
  const { found } = await explainChange(deps, reach, asked, ranges)
  const best = found?.cuts.find(({ causes }) => causes.length > 0)
  return best ? best.causes.slice(0, MOST_CONTRIBUTORS) : []
}

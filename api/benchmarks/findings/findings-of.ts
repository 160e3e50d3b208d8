import type { Anomaly } from '../../../analytics/anomalies/anomalies.ts'
import type { ChangePoint } from '../../../analytics/changes/change-points.ts'
import type { Trend } from '../../../analytics/trend/trend.ts'
import type { Analyst } from '../../analyst/index.ts'

/** What the product finds in a series. */
export interface Findings {
  anomalies: Anomaly[]
  changePoints: ChangePoint[]
  /** Null when too few values are there since the last change. */
  trend: Trend | null
}

/**
 * Asks the product's threads, as its GraphQL fields do, with their defaults. `periods` are those of the calendar. A RangeError
 * when the series is too short for any finding.
 */
export async function findingsOf(
  { analyse }: Analyst,
  values: Float64Array,
  periods: readonly number[],
): Promise<Findings> {
  const { seasonal, adjusted, changes } = await analyse('outline', { values, candidates: [...periods] })
  const [anomalies, trend] = await Promise.all([
    analyse('anomalies', { values, seasonal, periods, sensitivity: 1 }),
    analyse('trend', { values: adjusted, from: changes?.at(-1)?.index ?? 0 }),
  ])
  if (!anomalies || !changes) throw new RangeError(`Too few values to find anything in: ${values.length}`)
  return { anomalies, changePoints: changes, trend }
}

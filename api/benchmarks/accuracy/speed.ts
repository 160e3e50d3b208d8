import { anomalies } from '../../../analytics/anomalies/anomalies.ts'
import { forecast } from '../../../analytics/forecasts/forecast.ts'
import { outline } from '../../../analytics/outline.ts'
import { summarize } from '../../../analytics/summary/summarize.ts'
import { trend } from '../../../analytics/trend/trend.ts'
import { median } from '../measure.ts'

const POINTS = 10_000
const ROUNDS = 5

/**
 * Milliseconds for each thousand points of a whole analysis of 10,000 hours: summary, seasons, changes, trend, anomalies,
 * forecast.
 */
export function msPerThousandPoints(): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const begun = performance.now()
    analyse(hours())
    return performance.now() - begun
  })
  return Number((median(times) / (POINTS / 1000)).toFixed(1))
}

function analyse(values: Float64Array) {
  summarize(values)
  const { periods, seasonal, adjusted, changes } = outline(values, { candidates: [24, 168] })
  trend(adjusted, { from: changes?.at(-1)?.index ?? 0 })
  anomalies(values, { periods: (periods ?? []).map(({ period }) => period), seasonal })
  forecast(values, { horizon: 168, periods: [24, 168] })
}

/** Days and weeks, a shift in the middle, and noise that is the same each time. */
function hours(): Float64Array {
  return Float64Array.from({ length: POINTS }, (_, hour) => {
    const day = Math.sin((2 * Math.PI * hour) / 24)
    const week = Math.sin((2 * Math.PI * hour) / 168)
    const noise = ((hour * 7919) % 1009) / 1009
    return 100 + 20 * day + 10 * week + 15 * noise + (hour > POINTS / 2 ? 25 : 0)
  })
}

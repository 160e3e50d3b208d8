import type { ChartData } from '../../../charts/index.ts'

const DAY_MS = 24 * 3_600_000

/**
 * The requests of each of the last `days` days in UTC, as the chart takes them. Days without a request are 0, and today is
 * not over.
 * @param now milliseconds since 1970
 */
export function usageChart(
  usage: readonly { day: string; requests: number }[],
  now: number,
  days: number = 30,
): ChartData {
  const requests = new Map(usage.map((one) => [one.day, one.requests]))
  const today = Math.floor(now / DAY_MS) * DAY_MS
  const points = Array.from({ length: days }, (_, index) => {
    const at = new Date(today - (days - 1 - index) * DAY_MS).toISOString()
    return { at, value: requests.get(at.slice(0, 10)) ?? 0, complete: index < days - 1 }
  })
  return {
    series: [{ id: 'requests', label: 'Requests', unit: 'COUNT', points }],
    every: 'DAY',
    to: new Date(today + DAY_MS).toISOString(),
    timezone: 'UTC',
  }
}

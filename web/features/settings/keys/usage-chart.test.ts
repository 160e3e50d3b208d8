import { expect, test } from 'vitest'
import { usageChart } from './usage-chart.ts'

test('each day has its bar, the days without a request too, and today is not complete', () => {
  const data = usageChart([{ day: '2026-11-19', requests: 7 }], Date.parse('2026-11-20T13:57:00Z'), 3)
  expect(data.series[0]?.points).toEqual([
    { at: '2026-11-18T00:00:00.000Z', value: 0, complete: true },
    { at: '2026-11-19T00:00:00.000Z', value: 7, complete: true },
    { at: '2026-11-20T00:00:00.000Z', value: 0, complete: false },
  ])
  expect(data.to).toBe('2026-11-21T00:00:00.000Z')
})

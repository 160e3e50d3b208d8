import { expect, test } from 'vitest'
import { shapeInsightChart, type DrawnInsight, type InsightSeries } from './insight-chart-shape.ts'

const day = (index: number): string => new Date(Date.UTC(2026, 10, 10 + index)).toISOString()

const series: InsightSeries = {
  id: 's',
  unit: 'COUNT',
  to: day(6),
  timezone: 'UTC',
  points: [10, 12, 40, 30, null, 11].map((value, index) => ({ at: day(index), value, complete: index < 5 })),
  band: { found: [{ at: day(2), lower: -4, upper: 20 }] },
}

const insight: DrawnInsight = {
  kind: 'ANOMALY',
  title: 'Jobs',
  unit: 'COUNT',
  startedAt: day(2),
  endedAt: day(4),
  expected: 10,
  actual: 40,
  baselineFrom: day(0),
  baselineTo: day(6),
}

test('the series is drawn as it is, in buckets as long as its steps', () => {
  const { series: drawn, every, to, timezone } = shapeInsightChart(insight, series)
  expect({ every, to, timezone }).toEqual({ every: 'DAY', to: day(6), timezone: 'UTC' })
  expect(drawn[0]).toMatchObject({ id: 's', label: 'Jobs', points: { 4: { value: null }, 5: { complete: false } } })
})

test('an event has its farthest value marked, and what is usual is a band that goes no lower than nothing', () => {
  const { overlays } = shapeInsightChart(insight, series)
  expect(overlays?.marks).toEqual([
    { from: day(2), to: day(4), at: day(2), value: 40, side: 'above', label: '40', text: 'Event: 40, 10 expected' },
  ])
  expect(overlays?.bands).toMatchObject([{ look: 'soft', points: [{ at: day(2), lower: 0, upper: 20 }] }])
})

test('an event that lasts goes to the end; without values and band there is neither', () => {
  expect(shapeInsightChart({ ...insight, endedAt: null }, series).overlays?.marks).toMatchObject([{ to: day(6) }])
  const bare = { ...series, points: series.points.map((point) => ({ ...point, value: null })), band: undefined }
  expect(shapeInsightChart(insight, bare).overlays).toEqual({ marks: [] })
})

test('a change has its line, and the medians on both sides', () => {
  const change = { ...insight, kind: 'CHANGE_POINT', endedAt: null } as const
  const { overlays } = shapeInsightChart(change, series)
  expect(overlays?.changes).toEqual([{ at: day(2), label: '+300%', text: 'from 10 to 40' }])
  expect(overlays?.lines?.map(({ label, points }) => [label, points.length, points[0]?.value])).toEqual([
    ['Median before', 2, 10],
    ['Median after', 4, 40],
  ])
  // A percentage of a percentage misleads, and nothing has no multiple.
  expect(shapeInsightChart({ ...change, expected: 0 }, series).overlays?.changes?.[0]?.label).toBe('0 → 40')
  expect(
    shapeInsightChart({ ...change, unit: 'RATIO', expected: 0.1, actual: 0.2 }, series).overlays?.changes?.[0]?.label,
  ).toBe('10% → 20%')
})

test('a trend is the line between its two ends, and goes no lower than nothing', () => {
  const trend = { ...insight, kind: 'TREND', expected: -5, actual: 20 } as const
  const [line] = shapeInsightChart(trend, series).overlays?.lines ?? []
  expect(line?.points.map(({ value }) => value)).toEqual([0, 0, 5, 10, 15, 20])
})

import { expect, test } from 'vitest'
import type { PipelineCharts } from '../pipeline-shape.ts'
import { findingNames } from '../search.ts'
import type { FoundSeries } from './finding-words.ts'
import { findingsVariables } from './findings-query.ts'
import { isAbout, shapeFindings, withFindings } from './findings-shape.ts'
import { trendLine } from './trend-line.ts'

const hourMs = 3_600_000
const from = Date.parse('2026-11-20T10:00:00.000Z')
const at = (hour: number): string => new Date(from + hour * hourMs).toISOString()
const calendar = { every: 'HOUR', timezone: 'UTC' } as const

const change = { at: at(2), kind: 'LEVEL', before: 1000, after: 2000, relativeChange: 1 } as const
const points = [1000, 1000, 2000, 2000].map((value, hour) => ({ at: at(hour), value }))

const anomaly: NonNullable<NonNullable<FoundSeries['anomalies']>['found']>[number] = {
  from: at(2),
  to: at(3),
  at: at(2),
  direction: 'ABOVE',
  method: 'ROBUST_DEVIATION',
  actual: 2000,
  expected: 1000,
  lower: -100,
  upper: 1200,
}

const found: FoundSeries = {
  id: 'p95',
  measure: 'duration_p95',
  unit: 'MILLISECONDS',
  from: at(0),
  to: at(4),
  points,
  band: { found: [{ at: at(3), expected: 1000, lower: -100, upper: 1200 }], reason: null },
  anomalies: { found: [anomaly], reason: null },
  changePoints: { found: [change], reason: null },
  trend: { found: { direction: 'UP', slope: 200, from: at(2), to: at(4) }, reason: null },
  forecast: { found: { level: 0.95, points: [{ at: at(4), value: 2000, lower: -500, upper: 4000 }] }, reason: null },
}

const wordsOf = (series: Partial<FoundSeries>): string[] =>
  shapeFindings([{ ...found, ...series }], findingNames, calendar).flatMap(({ words }) =>
    words.map(({ title, text }) => `${title}: ${text}`),
  )

test('all that is found is said and drawn', () => {
  expect(wordsOf({})).toEqual([
    'Usual band: Fri 20 Nov 2026, 13:00–14:00 UTC: 0 to 1.2 s, 1 s expected',
    'Anomalies: Fri 20 Nov 2026, 12:00–13:00 UTC: 2 s against 1 s expected, 0 to 1.2 s usual',
    'Change points: Fri 20 Nov 2026, 12:00–13:00 UTC: up from 1 s to 2 s',
    'Trend: rises from 1.9 s to 2.1 s',
    'Forecast: Fri 20 Nov 2026, 14:00–15:00 UTC: 2 s, 95% range 0 to 4 s',
  ])
  expect(shapeFindings([found], findingNames, calendar)).toMatchObject([
    {
      title: 'Duration p95',
      overlays: {
        of: 'p95',
        changes: [{ at: at(2), label: '+100%', text: 'up from 1 s to 2 s' }],
        lines: [
          { label: 'Trend of p95', dash: 'long', points: [{ value: 1900 }, { value: 2100 }] },
          { label: 'Forecast of p95', dash: 'dots', points: [{ at: at(4), value: 2000 }] },
        ],
        // No job takes less than no time.
        bands: [
          { label: 'Usual band of p95', look: 'soft', points: [{ lower: 0, upper: 1200 }] },
          { label: '95% forecast range of p95', look: 'edged', points: [{ lower: 0, upper: 4000 }] },
        ],
        marks: [{ at: at(2), value: 2000, side: 'above', label: '2 s' }],
      },
    },
  ])
})

test('only what is shown, and of what was asked for', () => {
  const [changes] = shapeFindings([found], ['changes'], calendar)
  expect(changes?.words.map(({ title }) => title)).toEqual(['Change points'])
  expect(changes?.overlays).toMatchObject({ bands: [], lines: [] })
  expect(changes?.overlays.marks).toBeUndefined()
  const [later] = shapeFindings([{ ...found, trend: undefined }], ['changes', 'trend'], calendar)
  expect(later?.words).toHaveLength(1)
})

test('nothing is said as well, and why it cannot be told', () => {
  expect(
    wordsOf({
      band: { found: null, reason: 'Too few to tell.' },
      anomalies: { found: [], reason: null },
      changePoints: { found: [], reason: null },
      trend: { found: { direction: 'NONE', slope: 0, from: at(0), to: at(4) }, reason: null },
      forecast: { found: null, reason: 'Too few to tell.' },
    }),
  ).toEqual([
    'Usual band: Too few to tell.',
    'Anomalies: none',
    'Change points: none',
    'Trend: neither rises nor falls',
    'Forecast: Too few to tell.',
  ])
})

test('the latest of several changes; a share by its ends, from nothing by its ends, a turn by its name', () => {
  const changes = (unit: FoundSeries['unit'], ...given: Partial<typeof change | { kind: 'SLOPE' }>[]) => ({
    unit,
    changePoints: { found: given.map((one) => ({ ...change, before: 0.1, after: 0.2, ...one })), reason: null },
  })
  const several = wordsOf(changes('RATIO', {}, { at: at(3) }))[2]
  expect(several).toBe('Change points: 2, the latest Fri 20 Nov 2026, 13:00–14:00 UTC: up from 10% to 20%')
  const labels = (part: Partial<FoundSeries>) =>
    shapeFindings([{ ...found, ...part }], ['changes'], calendar)[0]?.overlays.changes?.map(({ label }) => label)
  expect(labels(changes('RATIO', {}))).toEqual(['10% → 20%'])
  expect(labels(changes('COUNT', { kind: 'SLOPE' }))).toEqual(['turn'])
  expect(
    labels({ unit: 'COUNT', changePoints: { found: [{ ...change, before: 0, relativeChange: null }], reason: null } }),
  ).toEqual(['0 → 2 k'])
})

test('the latest of several anomalies: a long one by its ends, a count with its unit, a new level as such', () => {
  const long = { ...anomaly, to: at(4), actual: 1, expected: 20, lower: 10, upper: 30 }
  const words = (...all: (typeof anomaly)[]) =>
    wordsOf({ unit: 'COUNT', anomalies: { found: all, reason: null } })[1]?.replace('Anomalies: ', '')
  expect(words(anomaly, long)).toBe(
    '2, the latest 20 Nov 2026, 12:00 – 14:00, at its farthest: 1 job against 20 expected, 10 to 30 usual',
  )
  expect(words({ ...long, method: 'LEVEL_SHIFT' })).toBe(
    'Fri 20 Nov 2026, 12:00–13:00 UTC, at its farthest: 1 job against 20 expected, 10 to 30 usual, and a new level since',
  )
})

test('a share stays within what can be', () => {
  const usual = { found: [{ at: at(3), expected: 1.1, lower: -0.2, upper: 1.3 }], reason: null }
  expect(wordsOf({ unit: 'RATIO', band: usual })[0]).toContain('0 to 100%, 100% expected')
  const wild = { found: { level: 0.8, points: [{ at: at(4), value: 1.2, lower: -1, upper: 3 }] }, reason: null }
  expect(wordsOf({ unit: 'RATIO', forecast: wild })[4]).toContain('100%, 80% range 0 to 100%')
})

test('a trend too slow to be seen does not rise from 0 to 0', () => {
  const slow = { found: { direction: 'UP', slope: 0, from: at(0), to: at(4) }, reason: null } as const
  const zeros = points.map((point) => ({ ...point, value: 0 }))
  expect(wordsOf({ unit: 'RATIO', points: zeros, trend: slow })[3]).toBe('Trend: rises a little, near 0')
})

test('the line of a trend has as many values above as below, and gaps do not shift it', () => {
  const line = trendLine([...points, { at: at(4), value: null }], { slope: 0, from: at(0), to: at(5) })
  expect(line.map(({ value }) => value)).toEqual([1500, 1500, 1500, 1500, 1500])
  expect(trendLine(points, { slope: 1, from: at(9), to: at(12) })).toEqual([])
})

test('findings are drawn over the range that they speak of, in the chart of their measure', () => {
  const range = { from, to: from + 4 * hourMs }
  expect(isAbout([found], range, 'HOUR')).toBe(true)
  expect(isAbout([found], { from: from - 24 * hourMs, to: range.to }, 'HOUR')).toBe(false)
  expect(isAbout([], range, 'HOUR')).toBe(false)
  const chart = { series: [], every: 'HOUR', to: at(4), timezone: 'UTC' } as const
  const bare: PipelineCharts = { byStatus: chart, failureRate: chart, durations: chart, range }
  const { byStatus, durations } = withFindings(bare, shapeFindings([found], ['changes'], calendar))
  expect(byStatus.overlays).toBeUndefined()
  expect(durations.overlays?.changes).toHaveLength(1)
})

test('what is not shown is not asked for, and a forecast goes a quarter of the range ahead', () => {
  const range = {
    input: { last: 'PT24H' },
    span: { from: 0, to: 24 * hourMs },
    every: 'HOUR',
    timezone: 'UTC',
  } as const
  expect(findingsVariables('import', range, ['trend'])).toMatchObject({
    band: false,
    anomalies: false,
    changes: false,
    trend: true,
    forecast: false,
    horizon: 6,
    series: { measures: ['count', 'failure_rate', 'duration_p95'], range: { last: 'PT24H' } },
  })
})

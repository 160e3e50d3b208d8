import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BIN_EDGES } from '../../../api/features/metrics/datasets/bins.ts'
import { dimensionColumn, exampleTable, measureColumn } from '../example.ts'
import type { Cell, TableTwin } from '../panel.ts'
import { testPanelKind } from '../testing.ts'
import { toBins } from './bins.ts'
import { histogramSummary, toDistribution } from './distribution.ts'
import { fillBins } from './fill-bins.ts'
import { histogram } from './index.ts'

const values: typeof histogram.example.answers = {
  ROWS: exampleTable(
    [dimensionColumn('pipeline', 'Pipeline'), measureColumn('duration_p50', 'Duration', 'MILLISECONDS')],
    Array.from({ length: 240 }, (_, i) => [
      `p${i}`,
      Math.round(30_000 + 18_000 * Math.sin(i) + 12_000 * Math.sin(i * 1.7)),
    ]),
  ),
}
const sum = (rows: TableTwin['rows'], place: number) => rows.reduce((sum, row) => sum + Number(row[place]), 0)

test('holds what every panel holds', () =>
  testPanelKind(histogram, (rows, { ROWS }) => {
    expect(sum(rows, 2)).toBe(sum(ROWS?.rows ?? [], 1))
    expect(sum(rows, 3)).toBeCloseTo(1, 9)
  }))
test.each([false, true])('holds what every panel holds, of values, logarithmic: %s', (isLog) =>
  testPanelKind(
    { ...histogram, example: { ...histogram.example, answers: values, options: { isLog, thresholds: [] } } },
    (rows) => {
      expect(sum(rows, 2)).toBe(240)
      expect(sum(rows, 3)).toBeCloseTo(1, 9)
    },
  ),
)

test('the width is that of Freedman and Diaconis, rounded up to a plain number', () => {
  // IQR of 1..1000 is 499.5 (R: IQR(1:1000)), and 2 * 499.5 / 10 = 99.9.
  const bins = toBins(
    Array.from({ length: 1000 }, (_, i) => i + 1),
    false,
  )
  expect(bins.map(({ from }) => from)).toEqual([0, 100, 200, 300, 400, 500, 600, 700, 800, 900])
  expect(bins[0]?.count).toBe(99)
  expect(bins[9]).toEqual({ from: 900, to: 1000, count: 101 })
})

test('one value, and many of the same', () => {
  expect(toBins([], false)).toEqual([])
  expect(toBins([7], false)).toEqual([{ from: 7, to: 8, count: 1 }])
  expect(toBins([0, 0], false)).toEqual([{ from: 0, to: 1, count: 2 }])
  expect(toBins([0, 0, 0, 0, 0, 0, 0, 0, 900], false).reduce((sum, { count }) => sum + count, 0)).toBe(9)
})

test('on a logarithmic scale bins grow by a factor, and zero has no place', () => {
  const bins = toBins([0, -3, 1, 10, 100, 1000, 10_000], true)
  expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(5)
  expect((bins[1]?.from ?? 0) / (bins[0]?.from ?? 1)).toBeCloseTo((bins[2]?.from ?? 0) / (bins[1]?.from ?? 1), 6)
})

test('whatever the values: each is in one bin, and there are never too many', () => {
  const value = fc.integer({ min: -1_000_000, max: 1_000_000 })
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 300 }), (values) => {
      const bins = toBins(values, false)
      expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(values.length)
      expect(bins.length).toBeLessThanOrEqual(60)
      expect(bins[0]?.from).toBeLessThanOrEqual(Math.min(...values) + 1e-6)
      expect(bins.at(-1)?.to).toBeGreaterThanOrEqual(Math.max(...values) - 1e-6)
    }),
  )
})

test('it says what is left out', () => {
  const answer = exampleTable(
    [dimensionColumn('p', 'P'), measureColumn('m', 'M', 'COUNT')],
    [
      ['a', 1],
      ['b', 3],
      ['c', null],
    ],
  )
  const text = histogramSummary(toDistribution({ ...answer, totalCount: 9 }, false), 'Title')
  expect(text).toContain('2 values, median 2,')
  expect(text).toContain('1 row without a value')
  expect(text).toContain('Of the first 3 of 9 rows.')
})

const binned = (rows: Cell[][], unit: 'COUNT' | 'RATIO' = 'COUNT') =>
  exampleTable(
    [
      { ...dimensionColumn('duration_bin', 'Duration, in bins'), type: 'FLOAT', unit: 'MILLISECONDS' },
      dimensionColumn('status', 'Status'),
      measureColumn('count', 'Jobs', unit),
    ],
    rows,
  )

test('bins of the server: parts are added up, gaps are filled, and what has no number is said', () => {
  const answer = binned([
    [2000, 'FAILED', 3],
    [2000, 'SUCCEEDED', 4],
    [4000, 'SUCCEEDED', 1],
    [null, 'RUNNING', 5],
  ])
  const distribution = toDistribution(answer, false)
  expect(distribution.bins).toEqual([
    { from: 2000, to: 2500, count: 7 },
    { from: 2500, to: 3150, count: 0 },
    { from: 3150, to: 4000, count: 0 },
    { from: 4000, to: 5000, count: 1 },
  ])
  expect(histogramSummary(distribution, 'Title')).toBe(
    'Title: Jobs 8, most often from 2 s to 2.5 s (7). Jobs without a value: 5.',
  )
})

test('what does not add up is refused in words', () => {
  expect(histogramSummary(toDistribution(binned([[2000, 'FAILED', 0.5]], 'RATIO'), false), 'Title')).toMatch(
    'choose a measure',
  )
})

test('around zero there is one bin, however far the others are', () => {
  const edges = (amounts: [number, number][]) =>
    fillBins(new Map(amounts)).map(({ from, to, count }) => [from, to, count])
  expect(edges([])).toEqual([])
  expect(edges([[0, 2]])).toEqual([[0, 0.0001, 2]])
  expect(
    edges([
      [0, 2],
      [1600, 1],
    ]),
  ).toEqual([
    [0, 1600, 2],
    [1600, 2000, 1],
  ])
  expect(
    edges([
      [-2, 2],
      [1.25, 1],
    ]),
  ).toEqual([
    [-2, -1.6, 2],
    [-1.6, 1.25, 0],
    [1.25, 1.6, 1],
  ])
  expect(
    edges([
      [-2, 2],
      [0, 4],
      [1.25, 1],
    ]),
  ).toEqual([
    [-2, -1.6, 2],
    [-1.6, 0, 0],
    [0, 1.25, 4],
    [1.25, 1.6, 1],
  ])
  expect(
    edges([
      [-0.0001, 2],
      [0, 4],
    ]),
  ).toEqual([
    [-0.0001, 0, 2],
    [0, 0.0001, 4],
  ])
  expect(
    edges([
      [-2, 1],
      [-1.25, 1],
    ]),
  ).toEqual([
    [-2, -1.6, 1],
    [-1.6, -1.25, 0],
    [-1.25, -1, 1],
  ])
})

test('any bins of the server are filled upwards, and lose nothing', () => {
  const edge = fc.constantFrom(...BIN_EDGES)
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(edge, fc.nat(9)), { minLength: 1, selector: ([edge]) => edge }), (amounts) => {
      const bins = fillBins(new Map(amounts))
      for (const [edge, amount] of amounts) expect(bins.find(({ from }) => from === edge)?.count).toBe(amount)
      for (const [i, { from, to }] of bins.entries())
        expect([from < to || from === 8e9, bins[i + 1]?.from ?? to]).toEqual([true, to])
      expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(amounts.reduce((sum, [, amount]) => sum + amount, 0))
    }),
  )
})

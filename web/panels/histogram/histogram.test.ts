import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dimensionColumn, exampleTable, measureColumn } from '../example.ts'
import { testPanelKind } from '../testing.ts'
import { toBins } from './bins.ts'
import { histogramSummary, toDistribution } from './distribution.ts'
import { histogram } from './index.ts'

/** Every value of the answers is in one bin. */
const expectCounted: Parameters<typeof testPanelKind>[1] = (rows, { ROWS }) => {
  expect(rows.reduce((sum, [, , count]) => sum + Number(count), 0)).toBe(ROWS?.rows.length)
  expect(rows.reduce((sum, row) => sum + Number(row[3]), 0)).toBeCloseTo(1, 9)
}

test('holds what every panel holds', () => testPanelKind(histogram, expectCounted))
test('holds what every panel holds, logarithmic', () =>
  testPanelKind(
    { ...histogram, example: { ...histogram.example, options: { isLog: true, thresholds: [] } } },
    expectCounted,
  ))

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

import { expect, test } from 'vitest'
import { chartThemes } from '../../charts/theme.ts'
import { dimensionColumn, exampleTable, measureColumn } from '../example.ts'
import { testPanelKind } from '../testing.ts'
import { pie } from './index.ts'
import { readPieOptions } from './options.ts'
import { pieScene } from './scene.ts'
import { toSlices } from './slices.ts'

const columns = [dimensionColumn('pipeline', 'Pipeline'), measureColumn('count', 'Jobs', 'COUNT')]
const slicesOf = (values: (number | null)[], most = 8) =>
  toSlices(
    exampleTable(
      columns,
      values.map((value, i) => [`p${i}`, value]),
    ),
    most,
  ).slices.map(({ label, value }) => [label, value])

test('holds what every panel holds', () => testPanelKind(pie))

test('the largest first; what is small, or too much, is Other', () => {
  expect(slicesOf([10, 30, 20])).toEqual([
    ['p1', 30],
    ['p2', 20],
    ['p0', 10],
  ])
  expect(slicesOf([1000, 900, 3, 2])).toEqual([
    ['p0', 1000],
    ['p1', 900],
    ['Other', 5],
  ])
  expect(slicesOf(Array.from({ length: 20 }, () => 5))).toHaveLength(8)
  expect(slicesOf([4, 3, 2, 1], 3)).toEqual([
    ['p0', 4],
    ['p1', 3],
    ['Other', 3],
  ])
})

test('what is nothing, below zero or unknown has no slice', () => {
  expect(slicesOf([0, -3, null, 2])).toEqual([['p3', 2]])
})

test('measures are slices where there is no dimension', () => {
  const table = exampleTable(
    [measureColumn('a', 'A', 'COUNT'), measureColumn('b', 'B', 'COUNT'), measureColumn('c', 'C', 'RATIO')],
    [[3, 1, 0.5]],
  )
  expect(toSlices(table, 8).slices.map(({ label, value }) => [label, value])).toEqual([
    ['A', 3],
    ['B', 1],
  ])
})

test('a single slice is a whole ring', () => {
  const { slices, unit } = toSlices(exampleTable(columns, [['import', 7]]), 8)
  const scene = pieScene(slices, { unit, colourOf: () => 0 }, { width: 300, height: 200, theme: chartThemes.light })
  expect(scene.items).toMatchObject([{ name: 'import', values: [{ text: '7' }, { text: '100%' }] }])
})

test('from two to eight slices', () => {
  expect([1, 5.4, 99, '6', null].map((most) => readPieOptions({ most }).most)).toEqual([2, 5, 8, 8, 8])
})

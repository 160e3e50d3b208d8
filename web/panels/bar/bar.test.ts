import { expect, test } from 'vitest'
import { chartThemes } from '../../charts/theme.ts'
import { dimensionColumn, exampleTable, measureColumn } from '../example.ts'
import type { PanelKind } from '../panel.ts'
import { testPanelKind } from '../testing.ts'
import { stackSpans } from '../../charts/stack.ts'
import { toCategories } from './categories.ts'
import { bar } from './index.ts'
import type { BarOptions } from './options.ts'
import { categoryScene } from './scene.ts'

const answer = exampleTable(
  [
    dimensionColumn('pipeline', 'Pipeline'),
    dimensionColumn('status', 'Status'),
    measureColumn('count', 'Jobs', 'COUNT'),
  ],
  [
    ['import', 'SUCCEEDED', 90],
    ['import', 'FAILED', 10],
    ['mail', 'SUCCEEDED', 40],
    [null, 'FAILED', 5],
  ],
)
const categories: PanelKind<BarOptions> = {
  ...bar,
  example: {
    query: { dataset: 'jobs', measures: ['count'], dimensions: ['pipeline', 'status'] },
    options: { over: 'CATEGORIES', stacking: 'none', thresholds: [{ value: 200, look: 'good', label: 'Goal' }] },
    answers: { TOTAL: answer },
  },
}

test('holds what every panel holds, over time', () => testPanelKind(bar))
test('holds what every panel holds, by category', () => testPanelKind(categories))

test('a category for each value of the first dimension, and the others are its parts', () => {
  const data = toCategories(answer)
  expect(data.parts.map(({ label, status }) => [label, status])).toEqual([
    ['Succeeded', 'SUCCEEDED'],
    ['Failed', 'FAILED'],
  ])
  expect(data.categories.map(({ label, values }) => [label, ...values])).toEqual([
    ['import', 90, 10],
    ['mail', 40, null],
    ['none', null, 5],
  ])
})

test('categories that are called the same stay apart', () => {
  const { columns } = answer
  const data = toCategories(
    exampleTable(columns, [
      [null, 'FAILED', 1],
      ['none', 'FAILED', 2],
    ]),
  )
  expect(data.categories.map(({ label, values }) => [label, ...values])).toEqual([
    ['none', 1],
    ['none', 2],
  ])
})

test('a category is as complete as the least complete of its rows', () => {
  const data = toCategories({ ...answer, complete: [true, false, true, true] })
  expect(data.categories.map(({ complete }) => complete)).toEqual([false, true, true])
})

test('measures are parts, of one unit only', () => {
  const columns = [
    dimensionColumn('pipeline', 'Pipeline'),
    measureColumn('p50', 'p50', 'MILLISECONDS'),
    measureColumn('count', 'Jobs', 'COUNT'),
    measureColumn('p95', 'p95', 'MILLISECONDS'),
    measureColumn('p50_compare', 'p50, before', 'MILLISECONDS'),
  ]
  const data = toCategories(exampleTable(columns, [['import', 100, 7, 300, 90]]))
  expect(data).toMatchObject({
    unit: 'MILLISECONDS',
    parts: [{ id: 'p50' }, { id: 'p95' }],
    categories: [{ values: [100, 300] }],
  })
})

test('of many parts the last ones are one, where they have a sum', () => {
  const many = (unit: 'COUNT' | 'MILLISECONDS') =>
    toCategories(
      exampleTable(
        [dimensionColumn('a', 'A'), dimensionColumn('b', 'B'), measureColumn('m', 'M', unit)],
        Array.from({ length: 10 }, (_, i) => ['one', `b${i}`, i]),
      ),
    )
  expect(many('COUNT').parts.at(-1)).toMatchObject({ label: 'Other', isOther: true })
  expect(many('COUNT').categories[0]?.values).toEqual([0, 1, 2, 3, 4, 5, 6, 7 + 8 + 9])
  expect(many('MILLISECONDS').categories[0]?.values).toEqual([0, 1, 2, 3, 4, 5, 6])
})

test('where bars begin and end', () => {
  expect(stackSpans([3, null, -1, 2], 'stacked')).toEqual([
    { from: 0, to: 3 },
    null,
    { from: 0, to: -1 },
    { from: 3, to: 5 },
  ])
  expect(stackSpans([3, 1], 'none')).toEqual([
    { from: 0, to: 3 },
    { from: 0, to: 1 },
  ])
  expect(stackSpans([3, 1], 'shares')).toEqual([
    { from: 0, to: 0.75 },
    { from: 0.75, to: 1 },
  ])
  expect(stackSpans([0, 0], 'shares')).toEqual([
    { from: 0, to: 0 },
    { from: 0, to: 0 },
  ])
})

test('as many rows as fit, and it says how many more there are', () => {
  const columns = [dimensionColumn('pipeline', 'Pipeline'), measureColumn('count', 'Jobs', 'COUNT')]
  const data = toCategories(
    exampleTable(
      columns,
      Array.from({ length: 30 }, (_, i) => [`p${i}`, i]),
    ),
  )
  const look = { stacking: 'stacked', thresholds: [], colourOf: () => 0 } as const
  const scene = categoryScene(data, look, { width: 400, height: 190, theme: chartThemes.light })
  expect(scene.items).toHaveLength(10)
  expect(JSON.stringify(scene.shapes)).toContain('and 20 more in the table')
})

import { expect, test } from 'vitest'
import type { Canvas } from '../chart.ts'
import { exampleData } from '../example-data.ts'
import { testChart } from '../testing.ts'
import { chartThemes } from '../theme.ts'
import { line } from './index.ts'
import { lineOption, splitIncomplete } from './option.ts'

const canvas: Canvas = { width: 640, height: 220, theme: chartThemes.dark }

test('holds what every chart holds', () => testChart(line))

test('missing data is a gap, and a value alone is a dot', () => {
  const data = exampleData([{ id: 'a', label: 'a', unit: 'RATIO', values: [0.1, null, 0.2, null, 0, 0.1, 0.2] }])
  const [series] = [lineOption(data, { title: 'x' }, canvas).series].flat()
  expect(series).toMatchObject({
    connectNulls: false,
    lineStyle: { width: 1.5 },
    data: [0.1, '-', 0.2, '-', { value: 0, symbol: 'none' }, { value: 0.1, symbol: 'none' }, '-'],
  })
})

test('the way to the incomplete bucket is a dashed line of its own', () => {
  const data = exampleData([{ id: 'a', label: 'a', unit: 'MILLISECONDS', values: [1000, 2000, 3000] }])
  expect(lineOption(data, { title: 'x' }, canvas).series).toMatchObject([
    { id: 'a', lineStyle: { type: 'solid' } },
    { id: 'a incomplete', lineStyle: { type: [4, 3] }, data: ['-', { value: 2000 }, { value: 3000 }] },
  ])
})

test('splitIncomplete', () => {
  expect(splitIncomplete([1, 2, 3], [true, true, false])).toEqual({ complete: [1, 2, null], incomplete: [null, 2, 3] })
  expect(splitIncomplete([1, 2, null], [true, true, false])).toEqual({
    complete: [1, 2, null],
    incomplete: [null, null, null],
  })
  expect(splitIncomplete([1, 2, 3], [false, true, true])).toEqual({
    complete: [null, 2, 3],
    incomplete: [1, 2, null],
  })
})

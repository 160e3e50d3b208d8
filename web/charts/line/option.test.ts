import { expect, test } from 'vitest'
import type { Canvas } from '../chart.ts'
import { exampleData } from '../example-data.ts'
import { drawSvg, testChart } from '../testing.ts'
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
    data: [{ value: 0.1, symbol: 'circle' }, '-', { value: 0.2, symbol: 'circle' }, '-', 0, 0.1, '-'],
  })
})

test('the way to the incomplete bucket is a dashed line of its own', () => {
  const data = exampleData([{ id: 'a', label: 'a', unit: 'MILLISECONDS', values: [1000, 2000, 3000] }])
  expect(lineOption(data, { title: 'x' }, canvas).series).toMatchObject([
    { id: 'a', lineStyle: { type: 'solid' } },
    { id: 'a incomplete', lineStyle: { type: [4, 3] }, data: ['-', 2000, 3000] },
  ])
})

test('a value between gaps is drawn', () => {
  const dots = (values: (number | null)[]) =>
    drawSvg(line, exampleData([{ id: 'a', label: 'a', unit: 'RATIO', values }])).split('fill="#2b57d9"').length - 1
  expect([dots([1, 2, 3, 4]), dots([1, 2, null, 3, null, 4])]).toEqual([0, 2])
})

test('areas are filled; stacked ones stand on each other, and shares fill the picture', () => {
  const data = exampleData([
    { id: 'a', label: 'a', unit: 'COUNT', values: [10, 30, 20] },
    { id: 'b', label: 'b', unit: 'COUNT', values: [30, 10, null] },
  ])
  const option = (options: object) => lineOption(data, { title: 'x', ...options }, canvas)
  expect(option({ filled: true })).toMatchObject({ yAxis: { max: 30 }, series: [{ areaStyle: {} }, {}, {}] })
  expect(option({ filled: true, stacking: 'stacked' })).toMatchObject({
    yAxis: { max: 40 },
    series: [{ stack: 'complete' }, { stack: 'incomplete' }, { stack: 'complete' }],
  })
  expect(option({ filled: true, stacking: 'shares' })).toMatchObject({
    yAxis: { max: 1 },
    series: [{ data: [0.25, 0.75, '-'] }, { data: ['-', 0.75, 1] }, { data: [0.75, 0.25, '-'] }],
  })
})

test('values below zero have their place', () => {
  const data = exampleData([{ id: 'a', label: 'a', unit: 'NONE', values: [1.5, -0.5, 1] }])
  expect(lineOption(data, { title: 'x' }, canvas).yAxis).toMatchObject({ min: -1, max: 2 })
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

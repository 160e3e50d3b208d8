import { expect, test } from 'vitest'
import type { Canvas } from '../chart.ts'
import { exampleData } from '../example-data.ts'
import { drawSvg, testChart } from '../testing.ts'
import { chartThemes } from '../theme.ts'
import { bar } from './index.ts'
import { barOption } from './option.ts'

const canvas: Canvas = { width: 640, height: 220, theme: chartThemes.light }

test('holds what every chart holds', () => testChart(bar))

test('a status has its colour, other series that of their place', () => {
  const data = exampleData([
    { id: 'a', label: 'Failed', unit: 'COUNT', status: 'FAILED', values: [1, 2] },
    { id: 'b', label: 'Other', unit: 'COUNT', values: [1, 2] },
  ])
  expect(barOption(data, { title: 'x' }, canvas).series).toMatchObject([
    { itemStyle: { color: '#c0303a' } },
    { itemStyle: { color: '#974700' } },
  ])
})

test('missing and zero are gaps, the incomplete bucket is hatched', () => {
  const data = exampleData([{ id: 'a', label: 'Jobs', unit: 'COUNT', values: [3, null, 0, 5] }])
  const option = barOption(data, { title: 'x' }, canvas)
  expect(option.series).toMatchObject([{ data: [{ value: 3 }, '-', '-', { value: 5, itemStyle: { decal: {} } }] }])
  expect(drawSvg(bar, data)).toContain('<pattern')
})

test('side by side, the axis ends at the highest bar; as shares, at all', () => {
  const data = exampleData([
    { id: 'a', label: 'a', unit: 'COUNT', values: [40, 10, 0] },
    { id: 'b', label: 'b', unit: 'COUNT', values: [60, 0, 0] },
  ])
  expect(barOption(data, { title: 'x', stacking: 'none' }, canvas)).toMatchObject({
    yAxis: { max: 60 },
    series: [{ data: [{ value: 40 }, { value: 10 }, '-'] }, { data: [{ value: 60 }, '-', '-'] }],
  })
  expect(barOption(data, { title: 'x', stacking: 'shares' }, canvas)).toMatchObject({
    yAxis: { max: 1 },
    series: [{ data: [{ value: 0.4 }, { value: 1 }, '-'] }, { data: [{ value: 0.6 }, '-', '-'] }],
  })
})

test('the axis ends above the highest stack and has at most five ticks', () => {
  const data = exampleData([
    { id: 'a', label: 'a', unit: 'COUNT', values: [40, 10] },
    { id: 'b', label: 'b', unit: 'COUNT', values: [45, 0] },
  ])
  expect(barOption(data, { title: 'x' }, canvas).yAxis).toMatchObject({ max: 100, interval: 50 })
})

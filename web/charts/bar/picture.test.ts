import { expect, test } from 'vitest'
import type { Canvas, ChartData, ChartOptions } from '../chart.ts'
import { exampleData } from '../example-data.ts'
import { testChart } from '../testing.ts'
import { chartThemes } from '../theme.ts'
import { bar } from './index.ts'
import { barShapes } from './picture.ts'

const canvas: Canvas = { width: 640, height: 220, theme: chartThemes.light }

const drawn = (data: ChartData, options: Partial<ChartOptions> = {}) => {
  const shapes = barShapes(data, { title: 'x', ...options }, canvas)
  const bars = shapes.flatMap((shape) => (shape.kind === 'box' ? [shape] : []))
  const texts = shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []))
  return { shapes, bars, texts }
}
/** Between the highest line of the axis and the lowest. */
const plotHeight = 220 - 8 - 22

test('holds what every chart holds', () => testChart(bar))

test('a status has its colour, other series that of their place', () => {
  const data = exampleData([
    { id: 'a', label: 'Failed', unit: 'COUNT', status: 'FAILED', values: [1, 2] },
    { id: 'b', label: 'Other', unit: 'COUNT', values: [1, 2] },
  ])
  const { bars } = drawn(data)
  expect(bars.map(({ fill }) => fill)).toEqual(['#c0303a', '#974700', '#c0303a', '#974700'])
  const [failed, other] = bars
  expect(other?.left).toBe(failed?.left)
  expect((other?.top ?? 0) + (other?.height ?? 0)).toBeCloseTo(failed?.top ?? 0)
})

test('missing and zero are gaps, the incomplete bucket is hatched', () => {
  const hatched = (values: (number | null)[]) => {
    const { bars, shapes } = drawn(exampleData([{ id: 'a', label: 'Jobs', unit: 'COUNT', values }]))
    return [bars.length, shapes.filter((shape) => shape.kind === 'line' && shape.lineWidth === 1.5).length > 0]
  }
  expect(hatched([3, null, 0, 5])).toEqual([2, true])
  expect(hatched([3, null, 0, 0])).toEqual([1, false])
})

test('side by side, the axis ends at the highest bar; as shares, at all', () => {
  const data = exampleData([
    { id: 'a', label: 'a', unit: 'COUNT', values: [40, 10, 0] },
    { id: 'b', label: 'b', unit: 'COUNT', values: [60, 0, 0] },
  ])
  const heights = (options: Partial<ChartOptions>) => drawn(data, options).bars.map(({ height }) => height / plotHeight)
  const near = (values: number[]) => values.map((value): number => expect.closeTo(value, 5) as number)
  expect(drawn(data, { stacking: 'none' }).texts).toContain('60')
  expect(heights({ stacking: 'none' })).toEqual(near([40 / 60, 1, 10 / 60]))
  const [first, second] = drawn(data, { stacking: 'none' }).bars
  expect((first?.left ?? 0) + (first?.width ?? 0)).toBeCloseTo(second?.left ?? 0)
  expect(drawn(data, { stacking: 'shares' }).texts).toContain('100%')
  expect(heights({ stacking: 'shares' })).toEqual(near([0.4, 0.6, 1]))
})

test('the axis ends above the highest stack and has at most five ticks', () => {
  const data = exampleData([
    { id: 'a', label: 'a', unit: 'COUNT', values: [40, 10] },
    { id: 'b', label: 'b', unit: 'COUNT', values: [45, 0] },
  ])
  expect(drawn(data).texts.slice(0, 3)).toEqual(['0', '50', '100'])
})

test('values below zero hang from it', () => {
  const { bars } = drawn(exampleData([{ id: 'a', label: 'a', unit: 'NONE', values: [2, -2] }]))
  const [up, down] = bars
  expect((up?.top ?? 0) + (up?.height ?? 0)).toBeCloseTo(down?.top ?? 0)
})

test('of more buckets than pixels the farthest of each column is drawn', () => {
  const values = Array.from({ length: 10_000 }, (_, i) => (i === 4321 ? 900 : 10 + (i % 7)))
  const { bars } = drawn(exampleData([{ id: 'a', label: 'a', unit: 'COUNT', values }]))
  expect(bars.length).toBeLessThanOrEqual(640)
  expect(Math.max(...bars.map(({ height }) => height))).toBeCloseTo((900 / 1000) * plotHeight)
})

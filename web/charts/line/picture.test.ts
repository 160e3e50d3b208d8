import { expect, test } from 'vitest'
import type { Canvas, ChartData, ChartOptions } from '../chart.ts'
import { exampleData } from '../example-data.ts'
import { testChart } from '../testing.ts'
import { chartThemes } from '../theme.ts'
import { line } from './index.ts'
import { lineShapes, splitIncomplete } from './picture.ts'

const canvas: Canvas = { width: 640, height: 220, theme: chartThemes.dark }
const colours: readonly (string | undefined)[] = chartThemes.dark.series

/** The shapes of series, without axes. */
const drawn = (data: ChartData, options: Partial<ChartOptions> = {}) => {
  const shapes = lineShapes(data, { title: 'x', ...options }, canvas)
  const lines = shapes.flatMap((shape) => (shape.kind === 'line' && colours.includes(shape.stroke) ? [shape] : []))
  const areas = shapes.flatMap((shape) => (shape.kind === 'area' ? [shape] : []))
  const dots = shapes.flatMap((shape) => (shape.kind === 'dot' ? [shape] : []))
  const texts = shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []))
  return { lines, areas, dots, texts }
}

/** How high a place is between the lowest line of the axis and the highest, 0..1. */
const heightOf = ([, y]: readonly [number, number]) => Number(((198 - y) / (198 - 8)).toFixed(4))

test('holds what every chart holds', () => testChart(line))

test('missing data is a gap, and a value alone is a dot', () => {
  const data = exampleData([{ id: 'a', label: 'a', unit: 'RATIO', values: [0.1, null, 0.2, null, 0, 0.1, 0.2] }])
  const { lines, dots } = drawn(data)
  expect(lines.map(({ points }) => points.length)).toEqual([2, 2])
  expect(lines[0]).toMatchObject({ lineWidth: 1.5 })
  expect(dots).toMatchObject([
    { fill: colours[0], radius: 2.5 },
    { fill: colours[0], radius: 2.5 },
  ])
  expect(dots.map(({ x, y }) => heightOf([x, y]))).toEqual([0.5, 1])
})

test('the way to the incomplete bucket is a dashed line of its own', () => {
  const data = exampleData([{ id: 'a', label: 'a', unit: 'MILLISECONDS', values: [1000, 2000, 3000] }])
  const [solid, dashed] = drawn(data).lines
  expect(solid).toMatchObject({ lineDash: undefined, points: { length: 2 } })
  expect(dashed).toMatchObject({ lineDash: [4, 3], points: { length: 2 } })
  expect(dashed?.points[0]).toEqual(solid?.points[1])
})

test('a seventh series has the colour of the first, and dashes', () => {
  const series = Array.from({ length: 7 }, (_, i) => ({ id: `${i}`, label: `${i}`, unit: 'COUNT', values: [1, 2, 3] }))
  const { lines } = drawn(exampleData(series as Parameters<typeof exampleData>[0]))
  const first = lines.filter(({ stroke }) => stroke === colours[0])
  expect(first.map(({ lineDash }) => lineDash)).toEqual([undefined, [4, 3], [6, 3], [4, 3]])
})

test('areas are filled; stacked ones stand on each other, and shares fill the picture', () => {
  const data = exampleData([
    { id: 'a', label: 'a', unit: 'COUNT', values: [10, 30, 20] },
    { id: 'b', label: 'b', unit: 'COUNT', values: [30, 10, null] },
  ])
  const heights = (options: Partial<ChartOptions>) => {
    const { areas, lines } = drawn(data, { filled: true, ...options })
    expect(areas.map(({ fill }) => fill)).toEqual([colours[0], colours[0], colours[1]])
    return lines.map(({ points }) => points.map(heightOf))
  }
  expect(drawn(data).areas).toEqual([])
  expect(drawn(data, { filled: true }).texts).toContain('30')
  expect(heights({})).toEqual([
    [0.3333, 1],
    [1, 0.6667],
    [1, 0.3333],
  ])
  expect(heights({ stacking: 'stacked' })).toEqual([
    [0.25, 0.75],
    [0.75, 0.5],
    [1, 1],
  ])
  expect(heights({ stacking: 'shares' })).toEqual([
    [0.25, 0.75],
    [0.75, 1],
    [1, 1],
  ])
  const second = drawn(data, { filled: true, stacking: 'stacked' }).areas[2]
  expect(second?.points.map(heightOf)).toEqual([1, 1, 0.75, 0.25])
})

test('values below zero have their place', () => {
  const data = exampleData([{ id: 'a', label: 'a', unit: 'NONE', values: [1.5, -0.5, 1] }])
  const { texts, lines } = drawn(data)
  expect(texts.slice(0, 4)).toEqual(['-1', '0', '1', '2'])
  expect(lines[0]?.points.map(heightOf)).toEqual([0.8333, 0.1667])
})

test('ten thousand points are one short line with all its peaks', () => {
  const values = Array.from({ length: 10_000 }, (_, i) => (i === 4321 ? 100 : 20 + Math.sin(i / 9)))
  const [solid] = drawn(exampleData([{ id: 'a', label: 'a', unit: 'COUNT', values }])).lines
  expect(solid?.points.length).toBeLessThan(1300)
  expect(Math.max(...(solid?.points ?? []).map(heightOf))).toBe(1)
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

import { expect, test } from 'vitest'
import { seriesAt, type PlotGeometry } from './plot-model.ts'

const bucket = { from: 0, to: 1, complete: true, ahead: false, values: [10, 30] }
const geometry: PlotGeometry = {
  buckets: [bucket, { ...bucket, from: 1, to: 2, values: [null, 20] }],
  area: { left: 0, right: 200, top: 0, bottom: 100 },
  axis: { bottom: 0, top: 100, step: 50 },
  series: ['a', 'b'],
  marks: 'bars',
  stacked: true,
}
const hits = (of: PlotGeometry, ...places: [index: number, x: number, y: number][]) =>
  places.map(([index, x, y]) => seriesAt(of, index, { x, y }))

test('the part of a stack', () => {
  expect(hits(geometry, [0, 50, 95], [0, 50, 70], [0, 50, 10], [1, 150, 90], [7, 0, 0])).toEqual([
    'a',
    'b',
    null,
    'b',
    null,
  ])
})

test('the bar beside others', () => {
  const grouped = { ...geometry, stacked: false }
  expect(hits(grouped, [0, 20, 95], [0, 80, 95], [0, 2, 95])).toEqual(['a', 'b', null])
})

test('the line nearby', () => {
  const lines: PlotGeometry = { ...geometry, marks: 'lines', stacked: false }
  expect(hits(lines, [0, 50, 88], [0, 50, 72], [0, 50, 40], [1, 150, 90])).toEqual(['a', 'b', null, 'b'])
})

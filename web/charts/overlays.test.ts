import { expect, test } from 'vitest'
import type { ChartData, ChartOverlays } from './chart.ts'
import { exampleData, withOverlays } from './example-data.ts'
import { plotArea } from './geometry.ts'
import { overlayShapes } from './overlay-shapes.ts'
import { highestWith, overlayColumns } from './overlays.ts'
import { selectedSpan } from './plot-model.ts'
import { toBuckets } from './shape.ts'
import { describeBucket, summarise } from './summary.ts'
import { chartThemes } from './theme.ts'

const data = withOverlays(exampleData([{ id: 'a', label: 'Jobs', unit: 'COUNT', values: [2, 2, 8, 8] }]))
const hourMs = 3_600_000
const at = (hour: number): string => new Date(Date.parse(data.to) + (hour - 4) * hourMs).toISOString()

test('a forecast makes the picture longer, by buckets that say they are ahead', () => {
  const buckets = toBuckets(data)
  expect(buckets.map(({ ahead }) => ahead)).toEqual([false, false, false, false, true, true])
  expect(buckets[5]).toMatchObject({ to: Date.parse(at(6)), values: [null], complete: true })
  // What lies before the series, or between its buckets, makes no bucket.
  const early: ChartData = { ...data, overlays: { band: { label: 'b', points: [{ at: at(-3), lower: 0, upper: 1 }] } } }
  expect(toBuckets(early)).toHaveLength(4)
})

test('in words: of the whole picture, and of a bucket', () => {
  const summary = summarise(data, { title: 'Jobs' })
  expect(summary).toContain('4 buckets')
  expect(summary).toContain('16:00–17:00 CET: Unusual from here.')
  expect(summary).toContain('17:00–18:00 CET: Change: up 300%, from 2 to 8.')
  expect(summary).toContain('18:00–19:00 CET: Fewer than usual.')
  expect(summary).toContain('Forecast: 9 to 10 in two hours.')
  const buckets = toBuckets(data)
  const words = buckets.map((bucket) => describeBucket(data, bucket).replace(/.* CET: /, ''))
  expect(words).toEqual([
    'Jobs 2, Trend 2.',
    'Jobs 2, Trend 4. Unusual from here.',
    'Jobs 8, Trend 6. Change: up 300%, from 2 to 8.',
    'Jobs 8, Trend 8, Forecast 8, Forecast range 7 to 9. Incomplete. Fewer than usual.',
    'Forecast 9, Forecast range 7 to 11.',
    'Forecast 10, Forecast range 7 to 13.',
  ])
})

test('columns of the table', () => {
  const [, , , fourth] = toBuckets(data)
  if (!fourth) throw new Error('four buckets expected')
  expect(overlayColumns(data).map(({ label, textAt }) => [label, textAt(fourth)])).toEqual([
    ['Trend', '8'],
    ['Forecast', '8'],
    ['Forecast range', '7 to 9'],
  ])
})

test('the axis reaches all lines, but only so far for an uncertain band', () => {
  expect(highestWith(undefined, 5)).toBe(5)
  expect(highestWith(data.overlays, 5)).toBe(13)
  const wild: ChartOverlays = { band: { label: 'b', points: [{ at: at(4), lower: 0, upper: 1000 }] } }
  expect(highestWith(wild, 5)).toBe(10)
})

test('a range is drawn over what was, not over what may come', () => {
  const buckets = toBuckets(data)
  expect(selectedSpan(buckets, { anchor: 5, head: 2 })).toEqual({ from: Date.parse(at(2)), to: Date.parse(at(4)) })
  expect(selectedSpan(buckets, { anchor: 4, head: 5 })).toBeNull()
})

const shapesOf = (overlays: ChartOverlays) => {
  const axis = { top: 10, step: 5 }
  const area = plotArea({ width: 400, height: 200 }, axis, 'COUNT')
  const ground = { buckets: toBuckets(data), area, axis, theme: chartThemes.light }
  return { area, shapes: overlayShapes(overlays, ground) }
}

test('a change stands where its bucket begins, and its flag stays in the picture', () => {
  const change = (hour: number, label: string) => ({ at: at(hour), label, text: label })
  const { shapes, area } = shapesOf({ changes: [change(2, '+300%'), change(5, 'a label that is long')] })
  const middle = area.left + (area.right - area.left) / 3
  expect(shapes).toMatchObject([
    { type: 'line', shape: { x1: middle, x2: middle } },
    { type: 'text', style: { text: '+300%', x: middle } },
    { type: 'line' },
    { type: 'text', style: { y: area.top } },
  ])
  const [, , stem, flag] = shapes as { shape: { x1: number }; style: { x: number } }[]
  expect(flag?.style.x).toBeLessThan(stem?.shape.x1 ?? 0)
})

test('flags that would cover each other hang lower, and the third in one place has none', () => {
  const changes = ['one', 'two', 'three'].map((label) => ({ at: at(2), label, text: label }))
  const { shapes, area } = shapesOf({ changes })
  const flags = (shapes as { type: string; style: { y: number } }[]).filter(({ type }) => type === 'text')
  expect(flags.map(({ style }) => style.y)).toEqual([area.top, area.top + 18])
})

test('lines differ by their dashes, and what the picture does not show is left out', () => {
  const { shapes } = shapesOf(data.overlays ?? {})
  const dashes = (shapes as { style: { lineDash?: number[] } }[]).flatMap(({ style }) =>
    style.lineDash ? [style.lineDash] : [],
  )
  expect(dashes).toEqual([
    [9, 4],
    [2, 3],
  ])
  expect(shapesOf({ changes: [{ at: at(40), label: 'x', text: 'x' }] }).shapes).toEqual([])
  expect(shapesOf({ marks: [{ at: at(40), value: 1, text: 'x' }] }).shapes).toEqual([])
})

test('an event is shaded from its first bucket to its last, as far as the picture shows it', () => {
  const span = (from: number, to: number) => ({ from: at(from), to: at(to), label: 'Event', text: 'Event' })
  const { shapes, area } = shapesOf({ spans: [span(1, 3)] })
  // Four buckets, and two ahead of them.
  const width = (area.right - area.left) / 6
  expect(shapes).toMatchObject([
    { type: 'rect', shape: { x: area.left + width, width: 2 * width } },
    { type: 'line', shape: { x1: area.left + width } },
    { type: 'line', shape: { x1: area.left + 3 * width } },
  ])
  expect(shapesOf({ spans: [span(-2, 1)] }).shapes).toMatchObject([{ shape: { x: area.left } }, {}, {}])
  expect(shapesOf({ spans: [span(40, 50)] }).shapes).toEqual([])
})

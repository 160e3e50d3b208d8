import { expect, test } from 'vitest'
import { bar } from './bar/index.ts'
import type { Canvas, ChartData, ChartOverlays, OverlayBand } from './chart.ts'
import { exampleData, withOverlays } from './example-data.ts'
import { plotArea } from './geometry.ts'
import { flagRoom } from './overlay-labels.ts'
import { overlayShapes } from './overlay-shapes.ts'
import { highestWith, overlayColumns, overlayNotes } from './overlays.ts'
import type { Shape } from './picture/shape.ts'
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
  const early: ChartData = {
    ...data,
    overlays: { bands: [{ label: 'b', look: 'edged', points: [{ at: at(-3), lower: 0, upper: 1 }] }] },
  }
  expect(toBuckets(early)).toHaveLength(4)
})

test('in words: of the whole picture, and of a bucket', () => {
  const summary = summarise(data, { title: 'Jobs' })
  expect(summary).toContain('4 buckets')
  expect(summary).toContain('17:00–18:00 CET: Change: up 300%, from 2 to 8.')
  expect(summary).toContain('18:00–19:00 CET: Anomaly: 8, 3 expected.')
  expect(summary).toContain('Forecast: 9 to 10 in two hours.')
  const buckets = toBuckets(data)
  const words = buckets.map((bucket) => describeBucket(data, bucket).replace(/.* CET: /, ''))
  expect(words).toEqual([
    'Jobs 2, Trend 2, Usual band 1 to 6.',
    'Jobs 2, Trend 4, Usual band 1 to 6.',
    'Jobs 8, Trend 6, Usual band 1 to 6. Change: up 300%, from 2 to 8.',
    'Jobs 8, Trend 8, Forecast 8, Usual band 1 to 6, Forecast range 7 to 9. Incomplete. Anomaly: 8, 3 expected.',
    'Forecast 9, Forecast range 7 to 11.',
    'Forecast 10, Forecast range 7 to 13.',
  ])
})

test('annotations and thresholds: a flag, a line with its label, and words', () => {
  const noted: ChartData = {
    ...data,
    overlays: {
      annotations: [
        { at: at(1.5), to: null, title: 'Release 2.4 of the order importer' },
        { at: at(2), to: at(3), title: 'Outage' },
        { at: at(-9), to: null, title: 'Before' },
      ],
      thresholds: [{ value: 12, look: 'bad', label: 'Too many' }],
    },
  }
  const buckets = toBuckets(noted)
  expect(highestWith(noted.overlays, 5)).toBe(12)
  expect(overlayNotes(noted, buckets[1]!)).toEqual(['Release 2.4 of the order importer'])
  const axis = { bottom: 0, top: 15, step: 5 }
  const area = { left: 20, right: 620, top: 30, bottom: 180 }
  const { below, above } = overlayShapes(noted.overlays, { buckets, area, axis, theme: chartThemes.light })
  const texts = above.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []))
  expect(texts).toEqual(['Too many', 'Release 2.4 of the orde…', 'Outage'])
  const x = 20 + 150 * 1.5
  expect(above).toContainEqual(
    expect.objectContaining({
      kind: 'line',
      points: [
        [x, 11],
        [x, 180],
      ],
    }),
  )
  expect(below).toContainEqual(
    expect.objectContaining({ kind: 'box', left: 320, top: 30, width: 150, height: 150, opacity: 0.18 }),
  )
  expect(summarise(noted, { title: 'Jobs' })).toContain('Threshold Too many: 12.')
})

test('columns of the table', () => {
  const [, , , fourth] = toBuckets(data)
  if (!fourth) throw new Error('four buckets expected')
  expect(overlayColumns(data).map(({ label, textAt }) => [label, textAt(fourth)])).toEqual([
    ['Trend', '8'],
    ['Forecast', '8'],
    ['Usual band', '1 to 6'],
    ['Forecast range', '7 to 9'],
  ])
})

test('the axis reaches all lines, but only so far for an uncertain band', () => {
  expect(highestWith(undefined, 5)).toBe(5)
  expect(highestWith(data.overlays, 5)).toBe(13)
  const wild: ChartOverlays = { bands: [{ label: 'b', look: 'edged', points: [{ at: at(4), lower: 0, upper: 1000 }] }] }
  expect(highestWith(wild, 5)).toBe(10)
})

test('a range is drawn over what was, not over what may come', () => {
  const buckets = toBuckets(data)
  expect(selectedSpan(buckets, { anchor: 5, head: 2 })).toEqual({ from: Date.parse(at(2)), to: Date.parse(at(4)) })
  expect(selectedSpan(buckets, { anchor: 4, head: 5 })).toBeNull()
})

const shapesOf = (overlays: ChartOverlays) => {
  const axis = { bottom: 0, top: 10, step: 5 }
  const area = plotArea({ width: 400, height: 200 }, axis, 'COUNT', flagRoom(overlays))
  const ground = { buckets: toBuckets(data), area, axis, theme: chartThemes.light }
  return { area, ...overlayShapes(overlays, ground) }
}

const textsOf = (shapes: readonly Shape[]) => shapes.flatMap((shape) => (shape.kind === 'text' ? [shape] : []))

test('a change stands where its bucket begins, and its flag stays in the picture', () => {
  const change = (hour: number, label: string) => ({ at: at(hour), label, text: label })
  const { above, area } = shapesOf({ changes: [change(2, '+300%'), change(5, 'long label')] })
  const middle = area.left + (area.right - area.left) / 3
  const later = area.left + ((area.right - area.left) * 5) / 6
  expect(above).toMatchObject([
    {
      kind: 'line',
      points: [
        [middle, 8],
        [middle, area.bottom],
      ],
    },
    {
      kind: 'line',
      points: [
        [later, 8],
        [later, area.bottom],
      ],
    },
    { kind: 'box', left: middle, top: 8, fill: chartThemes.light.text },
    { kind: 'text', text: '+300%', fill: chartThemes.light.background },
    { kind: 'box', top: 8 },
    { kind: 'text', text: 'long label' },
  ])
  expect(textsOf(above)[1]?.x).toBeLessThan(later)
})

test('flags that would cover each other hang lower, and the third in one place has none', () => {
  const changes = ['one', 'two', 'three'].map((label) => ({ at: at(2), label, text: label }))
  const { above, area } = shapesOf({ changes })
  const flags = above.flatMap((shape) => (shape.kind === 'box' ? [shape.top] : []))
  expect(flags).toEqual([8, area.top])
})

test('lines differ by their dashes, and what the picture does not show is left out', () => {
  const { above } = shapesOf(data.overlays ?? {})
  const dashes = above.flatMap((shape) => ('lineDash' in shape && shape.lineDash ? [shape.lineDash] : []))
  expect(dashes).toEqual([
    [9, 4],
    [2, 3],
  ])
  expect(shapesOf({ changes: [{ at: at(40), label: 'x', text: 'x' }] })).toMatchObject({ below: [], above: [] })
  expect(shapesOf({ marks: [mark(40, 1, 'x')] })).toMatchObject({ below: [], above: [] })
})

const mark = (hour: number, value: number, label: string) => ({
  from: at(hour),
  to: at(hour + 1),
  at: at(hour),
  value,
  side: 'above' as const,
  label,
  text: label,
})

test('an event is a stretch of time with a circle at its farthest value, and the value beside it', () => {
  const { below, above, area } = shapesOf({ marks: [{ ...mark(2, 5, '5 jobs'), from: at(1) }] })
  const sixth = (area.right - area.left) / 6
  const middle = area.top + (area.bottom - area.top) / 2
  expect(below).toMatchObject([{ kind: 'box', left: area.left + sixth }])
  expect(above).toMatchObject([
    { kind: 'dot', x: area.left + 2.5 * sixth, y: middle },
    { kind: 'text', text: '5 jobs', halo: chartThemes.light.background },
  ])
})

test('the label of a mark keeps off flags, other marks, and the ends of the picture', () => {
  const labelsOf = (overlays: ChartOverlays) => textsOf(shapesOf(overlays).above)
  const [alone] = labelsOf({ marks: [mark(2, 10, '10 jobs')] })
  const flagged = { changes: [{ at: at(3), label: '+300%', text: '' }], marks: [mark(2, 10, '10 jobs')] }
  const [flag, pushed] = labelsOf(flagged)
  expect(pushed?.x).toBeLessThan(flag?.x ?? 0)
  expect(pushed?.x).toBeLessThan(alone?.x ?? 0)
  const [beyond] = labelsOf({ marks: [mark(5, 10, '10 jobs')] })
  const [within] = labelsOf({ marks: [mark(4, 10, '10 jobs')] })
  expect(beyond?.x).toBeLessThan(within?.x ?? 0)
})

test('a soft band is apart, because it is seen over bars; one with edges lies below them', () => {
  const points = [0, 1].map((hour) => ({ at: at(hour), lower: 1, upper: 2 }))
  const { below, bands } = shapesOf({
    bands: [
      { label: 'usual', look: 'soft', points },
      { label: 'forecast', look: 'edged', points },
    ],
  })
  expect(bands).toMatchObject([{ kind: 'area', points: { length: 4 } }])
  expect(below).toMatchObject([{ kind: 'area' }, { kind: 'line' }, { kind: 'line' }])
  const canvas: Canvas = { width: 400, height: 200, theme: chartThemes.light }
  const isOverBars = (look: OverlayBand['look']) => {
    const shapes = bar.picture({ ...data, overlays: { bands: [{ label: '', look, points }] } }, { title: 'x' }, canvas)
    return shapes.findIndex(({ kind }) => kind === 'area') > shapes.findLastIndex(({ kind }) => kind === 'box')
  }
  expect([isOverBars('soft'), isOverBars('edged')]).toEqual([true, false])
})

import { afterEach, expect, test, vi } from 'vitest'
import { paintShapes } from './canvas.ts'
import { hatching } from './hatching.ts'
import { pathOf } from './path.ts'
import type { Shape } from './shape.ts'
import { writeSvg } from './svg.ts'
import { runsOf, thinOut, type PlaceOrGap } from './thin-out.ts'

const size = { width: 100, height: 50 }
const html = `<img src=x onerror="alert('1')"> & more`

test('shapes as paths, to a hundredth of a pixel', () => {
  expect(
    [
      {
        kind: 'line',
        points: [
          [1, 2.003],
          [10 / 3, 4],
        ],
      } as const,
      {
        kind: 'area',
        points: [
          [0, 0],
          [1, 0],
          [1, 1],
        ],
      } as const,
      { kind: 'box', left: 1.239, top: 2, width: 3, height: 4.5 } as const,
      { kind: 'dot', x: 5, y: 6, radius: 2 } as const,
    ].map(pathOf),
  ).toEqual(['M1 2L3.33 4', 'M0 0L1 0L1 1Z', 'M1.24 2h3v4.5h-3Z', 'M3 6a2 2 0 1 0 4 0a2 2 0 1 0 -4 0Z'])
})

test('a ring as a path, also a whole one', () => {
  const ring = { kind: 'ring', x: 100, y: 100, inner: 20, outer: 40, from: -Math.PI / 2 } as const
  expect(pathOf({ ...ring, to: Math.PI / 2 })).toBe(
    'M100 60A40 40 0 0 1 140 100A40 40 0 0 1 100 140L100 120A20 20 0 0 0 120 100A20 20 0 0 0 100 80Z',
  )
  expect(pathOf({ ...ring, to: (3 / 2) * Math.PI })).toMatch(/^M100 60A40 40 0 0 1 100 140A40 40 0 0 1 100 60L100 80/)
})

test('an SVG has its size, its words, and its shapes in their order', () => {
  const shapes: Shape[] = [
    { kind: 'box', left: 0, top: 0, width: 100, height: 50, fill: '#ffffff' },
    {
      kind: 'line',
      points: [
        [0, 1],
        [9, 1],
      ],
      stroke: '#000000',
      lineWidth: 1.5,
      lineDash: [4, 3],
      opacity: 0.5,
    },
    { kind: 'group', left: 3, top: 4.567, shapes: [{ kind: 'text', x: 1, y: 10, text: 'a', fill: '#111111' }] },
  ]
  const svg = writeSvg(shapes, size, 'A picture')
  expect(svg).toMatch(
    /^<svg xmlns="[^"]+" width="100" height="50" viewBox="0 0 100 50" role="img" aria-label="A picture"/,
  )
  expect(svg).toContain(
    '<path d="M0 0h100v50h-100Z" fill="#ffffff"/>' +
      '<path d="M0 1L9 1" stroke="#000000" stroke-width="1.5" stroke-dasharray="4 3" opacity="0.5" stroke-linejoin="round"/>' +
      '<g transform="translate(3 4.57)"><text x="1" y="13.85" text-anchor="start" font-size="11" fill="#111111">a</text></g>',
  )
})

test('what comes from outside stays text, in words and in labels', () => {
  const svg = writeSvg([{ kind: 'text', x: 0, y: 0, text: `${html}\u0000\u001b`, fill: '#000000' }], size, html)
  const written = '&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; more'
  expect(svg).toContain(`aria-label="${written}"`)
  expect(svg).toContain(`>${written}</text>`)
  expect(svg).not.toContain('<img')
})

test('a halo is painted below the letters', () => {
  const text = { kind: 'text', x: 5, y: 5, text: 'High', fill: '#000000', halo: '#ffffff', align: 'right' } as const
  expect(writeSvg([{ ...text, bold: true, size: 20 }], size, '')).toContain(
    '<text x="5" y="12" text-anchor="end" font-size="20" font-weight="600" fill="#000000" stroke="#ffffff" ' +
      'stroke-width="4" stroke-linejoin="round" paint-order="stroke">High</text>',
  )
})

const baseline = (look: object) =>
  /y="([\d.-]+)"/.exec(
    writeSvg([{ kind: 'text', x: 0, y: 20, text: 'a', fill: '#000000', size: 10, ...look }], size, ''),
  )?.[1]

test('a text stands below, at or above its place', () => {
  expect(['top', 'middle', 'bottom'].map((one) => baseline({ baseline: one }))).toEqual(['28.5', '23.5', '18.5'])
})

afterEach(() => vi.unstubAllGlobals())

test('the same shapes on a canvas', () => {
  vi.stubGlobal(
    'Path2D',
    class {
      readonly path: string
      constructor(path: string) {
        this.path = path
      }
    },
  )
  const done: [name: string, ...values: unknown[]][] = []
  const note =
    (name: string) =>
    (...values: unknown[]) =>
      done.push([name, ...values.map((value) => (value as { path?: string }).path ?? value)])
  const names = ['save', 'restore', 'translate', 'fill', 'stroke', 'setLineDash', 'fillText', 'strokeText']
  const context = Object.fromEntries(names.map((name) => [name, note(name)])) as Record<string, unknown>
  paintShapes(context as unknown as CanvasRenderingContext2D, [
    {
      kind: 'line',
      points: [
        [0, 0],
        [9, 9],
      ],
      stroke: '#000000',
      lineDash: [1, 2],
    },
    {
      ...{ kind: 'group', left: 3, top: 4 },
      shapes: [
        { kind: 'text', x: 1, y: 10, text: html, fill: '#111111', halo: '#ffffff', baseline: 'bottom', size: 20 },
      ],
    },
  ])
  expect(done.filter(([name]) => name !== 'save' && name !== 'restore')).toEqual([
    ['setLineDash', [1, 2]],
    ['stroke', 'M0 0L9 9'],
    ['translate', 3, 4],
    ['strokeText', html, 1, 7],
    ['fillText', html, 1, 7],
  ])
  expect(context).toMatchObject({
    fillStyle: '#111111',
    textAlign: 'left',
    font: expect.stringMatching(/^400 20px system-ui/),
  })
  const count = (name: string) => done.filter(([one]) => one === name).length
  expect([count('save'), count('restore')]).toEqual([3, 3])
})

test.each([
  { width: 30, height: 9 },
  { width: 4, height: 80 },
  { width: 0.5, height: 0.5 },
])('hatching stays within its box of $width × $height', (box) => {
  const lines = hatching({ kind: 'box', left: 5, top: 7, ...box }, '#000000')
  const places = lines.flatMap((shape) => ('points' in shape ? shape.points : []))
  expect(places.length).toBeGreaterThan(0)
  for (const [x, y] of places) {
    expect(x).toBeGreaterThanOrEqual(5)
    expect(x).toBeLessThanOrEqual(5 + box.width)
    expect(y).toBeGreaterThanOrEqual(7)
    expect(y).toBeLessThanOrEqual(7 + box.height)
  }
})

test('thinned out, every peak is still there, and there are at most two places a pixel', () => {
  const places = Array.from({ length: 10_000 }, (_, i): PlaceOrGap => {
    return [20 + (i / 10_000) * 300, i === 4321 ? 1 : i === 7000 ? 199 : 100 + 20 * Math.sin(i / 40)]
  })
  const kept = thinOut(places, 20, 320)
  expect(kept.length).toBeLessThanOrEqual(600)
  expect(kept).toContain(places[4321])
  expect(kept).toContain(places[7000])
  const xs = kept.map((place) => place?.[0] ?? 0)
  expect(xs).toEqual(xs.toSorted((a, b) => a - b))
  for (const [index, place] of kept.entries()) {
    const [before, after] = [kept[index - 1], place]
    // No column is empty: neighbours are less than two pixels apart.
    if (before && after) expect(after[0] - before[0]).toBeLessThan(2)
  }
})

test('thinned out, a column without values is a gap, one with some is none', () => {
  const places = Array.from({ length: 100 }, (_, i): PlaceOrGap => {
    const column = Math.floor(i / 10)
    return column === 4 || i % 2 === 0 ? null : [i / 10, 5]
  })
  const kept = thinOut(places, 0, 10)
  expect(kept.map((place) => place && Math.floor(place[0]))).toEqual([0, 1, 2, 3, null, 5, 6, 7, 8, 9])
  expect(runsOf(kept).map((run) => run.length)).toEqual([4, 5])
})

test('what fits stays as it is, and without a width there is one column', () => {
  const few: PlaceOrGap[] = [[0, 1], null, [2, 3]]
  expect(thinOut(few, 0, 2)).toBe(few)
  expect(
    thinOut(
      [
        [0, 1],
        [0, 3],
        [0, 2],
      ],
      0,
      0,
    ),
  ).toEqual([
    [0, 3],
    [0, 1],
  ])
  expect(runsOf([null, [0, 1], null, null, [1, 1], [2, 1]])).toEqual([
    [[0, 1]],
    [
      [1, 1],
      [2, 1],
    ],
  ])
})

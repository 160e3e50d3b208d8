import { expect, test } from 'vitest'
import { contrast } from '../testing-colours.ts'
import { chartThemes } from '../theme.ts'
import { fitText } from '../fit-text.ts'
import { mix } from '../mix.ts'
import { inkOn } from './ink.ts'
import { outlineAt, type Outline } from '../picture/outline.ts'
import { readSceneKey } from './scene-keys.ts'
import { describeItem } from './scene.ts'

const box: Outline = { kind: 'box', left: 10, top: 10, width: 20, height: 10 }
const ring: Outline = { kind: 'ring', x: 100, y: 100, inner: 20, outer: 40, from: -Math.PI / 2, to: Math.PI / 2 }
const dots: Outline[] = [
  { kind: 'dot', x: 200, y: 50, radius: 4 },
  { kind: 'dot', x: 210, y: 50, radius: 4 },
]

test('what is at a place', () => {
  const all = [box, ring, ...dots]
  expect(
    [
      [10, 10],
      [30, 10],
      [130, 100],
      [70, 100],
      [100, 100],
      [203, 50],
      [207, 50],
      [216, 58],
      [240, 50],
    ].map(([x = 0, y = 0]) => outlineAt(all, { x, y })),
  ).toEqual([0, -1, 1, -1, -1, 2, 3, 3, -1])
})

test('keys move within the items, by rows up and down', () => {
  const grid = { count: 6, columns: 3 }
  const to = (key: string, index: number) => readSceneKey(key, false, index, grid)
  expect([
    to('ArrowRight', -1),
    to('ArrowRight', 1),
    to('ArrowDown', 1),
    to('ArrowDown', 4),
    to('ArrowUp', 4),
    to('ArrowLeft', 0),
    to('End', -1),
  ]).toEqual([0, 2, 4, 4, 1, 0, 5].map((index) => ({ do: 'move', to: index })))
  expect(readSceneKey('Enter', true, 1, grid)).toEqual({ do: 'open', shift: true })
  expect([to('t', 0), to('Escape', 0), to('g', 0), to('Tab', 0)]).toEqual([
    { do: 'table' },
    { do: 'leave' },
    null,
    null,
  ])
  expect(readSceneKey('t', false, -1, { count: 0, columns: 1 })).toEqual({ do: 'table' })
})

test('letters are legible on every colour of the scale', () => {
  for (const { background, accent } of Object.values(chartThemes)) {
    for (const share of [0, 0.2, 0.4, 0.5, 0.6, 0.8, 1]) {
      const ground = mix(background, accent, share)
      expect(contrast(inkOn(ground), ground)).toBeGreaterThanOrEqual(4.5)
    }
  }
})

test('a text is cut where it does not fit', () => {
  expect(fitText('import', 100)).toBe('import')
  expect(fitText('a very long name of a pipeline', 80)).toMatch(/^a very.*…$/)
  expect(fitText('import', 3)).toBe('')
})

test('an item in words', () => {
  const item = { id: 'a', name: 'import', outline: box, note: 'Incomplete' }
  expect(
    describeItem({
      ...item,
      values: [
        { label: 'Jobs', text: '7' },
        { label: 'Share', text: '10%' },
      ],
    }),
  ).toBe('import: Jobs 7, Share 10%. Incomplete.')
})

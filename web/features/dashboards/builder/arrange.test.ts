import fc from 'fast-check'
import type { LayoutItem } from 'react-grid-layout/core'
import { expect, test } from 'vitest'
import type { PanelDocument, PanelLayout } from '../document.ts'
import { freePlace, gridOf, moveBy, placePanels, resizeBy } from './arrange.ts'

const least = () => ({ minW: 2, minH: 2 })
const panel = (id: string, [x, y, w, h]: [number, number, number, number]): PanelDocument => ({
  id,
  kind: 'line',
  title: id,
  layout: { x, y, w, h },
  query: null,
  answers: [],
  options: {},
})
const places = (grid: readonly LayoutItem[] | null): Record<string, number[]> =>
  Object.fromEntries((grid ?? []).map(({ i, x, y, w, h }) => [i, [x, y, w, h]]))

const twoAndOne = [panel('a', [0, 0, 6, 4]), panel('b', [6, 0, 6, 4]), panel('c', [0, 4, 12, 4])]

test('a panel moves to the side, and the one there gives way downwards', () => {
  const grid = gridOf([panel('a', [0, 0, 6, 4]), panel('b', [6, 0, 6, 4])], least)
  expect(places(moveBy(grid, 'a', 1, 0))).toEqual({ a: [1, 0, 6, 4], b: [6, 4, 6, 4] })
})

test('down goes past the panel below', () => {
  const grid = gridOf([panel('a', [0, 0, 12, 4]), panel('b', [0, 4, 12, 6])], least)
  expect(places(moveBy(grid, 'a', 0, 1))).toEqual({ b: [0, 0, 12, 6], a: [0, 6, 12, 4] })
})

test('up goes past the panel above', () => {
  const grid = gridOf([panel('a', [0, 0, 12, 4]), panel('b', [0, 4, 12, 6])], least)
  expect(places(moveBy(grid, 'b', 0, -1))).toEqual({ b: [0, 0, 12, 6], a: [0, 6, 12, 4] })
})

test('what cannot move says so', () => {
  const grid = gridOf([panel('a', [0, 0, 12, 4])], least)
  expect(moveBy(grid, 'a', -1, 0)).toBeNull()
  expect(moveBy(grid, 'a', 1, 0)).toBeNull()
  expect(moveBy(grid, 'a', 0, -1)).toBeNull()
  expect(moveBy(grid, 'a', 0, 1)).toBeNull()
  expect(moveBy(grid, 'nobody', 0, 1)).toBeNull()
})

test('a panel that grows pushes others down', () => {
  const grid = gridOf(twoAndOne, least)
  expect(places(resizeBy(grid, 'a', 0, 1))).toEqual({ a: [0, 0, 6, 5], b: [6, 0, 6, 4], c: [0, 5, 12, 4] })
  expect(places(resizeBy(grid, 'a', 2, 0))).toEqual({ a: [0, 0, 8, 4], b: [6, 4, 6, 4], c: [0, 8, 12, 4] })
})

test('a panel is never smaller than its kind allows, nor wider than the grid', () => {
  const grid = gridOf([panel('a', [0, 0, 2, 2]), panel('b', [2, 0, 10, 2])], least)
  expect(resizeBy(grid, 'a', -1, -1)).toBeNull()
  expect(resizeBy(grid, 'b', 1, 0)).toBeNull()
})

test('panels that do not move stay the same objects', () => {
  const grid = gridOf(twoAndOne, least)
  const placed = placePanels(twoAndOne, resizeBy(grid, 'a', 0, 1) ?? [])
  expect(placed[0]?.layout).toEqual({ x: 0, y: 0, w: 6, h: 5 })
  expect(placed[1]).toBe(twoAndOne[1])
})

test('a new panel takes the first gap that is wide enough, else a new row', () => {
  const panels = [panel('a', [0, 0, 8, 4]), panel('b', [0, 4, 12, 2])]
  expect(freePlace(panels, { w: 4, h: 4 })).toEqual({ x: 8, y: 0, w: 4, h: 4 })
  expect(freePlace(panels, { w: 6, h: 4 })).toEqual({ x: 0, y: 6, w: 6, h: 4 })
  expect(freePlace([], { w: 6, h: 4 })).toEqual({ x: 0, y: 0, w: 6, h: 4 })
})

test('whatever keys are pressed, panels never overlap, leave the grid or hang in the air', () => {
  const layouts = fc.array(
    fc
      .record({ x: fc.nat(11), y: fc.nat(20), w: fc.integer({ min: 2, max: 12 }), h: fc.integer({ min: 2, max: 8 }) })
      .map(({ x, y, w, h }) => ({ x: Math.min(x, 12 - w), y, w, h })),
    { minLength: 1, maxLength: 8 },
  )
  const step = fc.constantFrom([1, 0], [-1, 0], [0, 1], [0, -1])
  const keys = fc.array(fc.record({ panel: fc.nat(7), step, shift: fc.boolean() }), { maxLength: 20 })
  fc.assert(
    fc.property(layouts, keys, (all, presses) => {
      let grid = gridOf(
        all.map(({ x, y, w, h }, index) => panel(String(index), [x, y, w, h])),
        least,
      )
      for (const press of presses) {
        const id = String(press.panel % all.length)
        const [dx = 0, dy = 0] = press.step
        grid = (press.shift ? resizeBy(grid, id, dx, dy) : moveBy(grid, id, dx, dy)) ?? grid
      }
      expect(grid).toHaveLength(all.length)
      expect(problemsOf(grid)).toEqual([])
    }),
  )
})

function problemsOf(grid: readonly LayoutItem[]): string[] {
  const overlaps = (a: PanelLayout, b: PanelLayout) =>
    a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
  return grid.flatMap((item) => {
    const others = grid.filter(({ i }) => i !== item.i)
    const problems: string[] = []
    if (others.some((other) => overlaps(item, other))) problems.push(`${item.i} overlaps`)
    if (item.x < 0 || item.x + item.w > 12) problems.push(`${item.i} leaves the grid`)
    const above = { ...item, y: item.y - 1 }
    if (item.y > 0 && !others.some((other) => overlaps(above, other))) problems.push(`${item.i} hangs in the air`)
    return problems
  })
}

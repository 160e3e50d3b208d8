import { correctBounds, getLayoutItem, moveElement, verticalCompactor, type LayoutItem } from 'react-grid-layout/core'
import { gridColumns, type PanelDocument, type PanelLayout } from '../document.ts'

/** The smallest that a panel can be made. */
export type LeastSize = { minW: number; minH: number }

/** Panels as the grid knows them, closed up: nothing overlaps, and nothing hangs in the air. */
export function gridOf(panels: readonly PanelDocument[], leastOf: (kind: string) => LeastSize): LayoutItem[] {
  const items = panels.map(({ id, kind, layout }) => ({ ...layout, ...leastOf(kind), i: id }))
  return closeUp(items)
}

/** Panels with the places that the grid gives them. Those that do not move are the same objects as before. */
export function placePanels(panels: readonly PanelDocument[], grid: readonly LayoutItem[]): PanelDocument[] {
  return panels.map((panel) => {
    const item = getLayoutItem(grid, panel.id)
    return item === undefined || isSame(panel.layout, item) ? panel : { ...panel, layout: placeOf(item) }
  })
}

/**
 * A panel moved by a number of columns and rows; others give way, and close up behind it. A step that would change nothing
 * because the panel under it is higher goes past that panel. Null when it cannot go there.
 */
export function moveBy(grid: readonly LayoutItem[], id: string, dx: number, dy: number): LayoutItem[] | null {
  const item = getLayoutItem(grid, id)
  if (!item) return null
  const x = clamp(item.x + dx, 0, gridColumns - item.w)
  if (x === item.x && dy === 0) return null
  for (const y of rowsToTry(grid, item, dy)) {
    const moved = moveTo(grid, id, x, y)
    const to = getLayoutItem(moved, id)
    if (to && (to.x !== item.x || (dy !== 0 && Math.sign(to.y - item.y) === Math.sign(dy)))) return moved
  }
  return null
}

/** A panel made wider and higher by a number of columns and rows; others give way. Null when it cannot be. */
export function resizeBy(grid: readonly LayoutItem[], id: string, dw: number, dh: number): LayoutItem[] | null {
  const item = getLayoutItem(grid, id)
  if (!item) return null
  const w = clamp(item.w + dw, item.minW ?? 1, gridColumns - item.x)
  const h = Math.max(item.minH ?? 1, item.h + dh)
  if (w === item.w && h === item.h) return null
  const resized = grid.map((one) => (one.i === id ? { ...one, w, h } : { ...one }))
  return moveTo(resized, id, item.x, item.y)
}

/**
 * The first place, in reading order, where something of that size has room without moving others.
 */
export function freePlace(panels: readonly PanelDocument[], { w, h }: { w: number; h: number }): PanelLayout {
  const taken = panels.map(({ layout }) => layout)
  const end = Math.max(0, ...taken.map(({ y, h }) => y + h))
  for (let y = 0; y < end; y += 1) {
    for (let x = 0; x + w <= gridColumns; x += 1) {
      if (!taken.some((other) => overlaps(other, { x, y, w, h }))) return { x, y, w, h }
    }
  }
  return { x: 0, y: end, w, h }
}

function moveTo(grid: readonly LayoutItem[], id: string, x: number, y: number): LayoutItem[] {
  const copy = grid.map((one) => ({ ...one, moved: false }))
  const item = getLayoutItem(copy, id)
  if (!item) return copy
  // `moveElement` leaves alone what stands there already; a panel that only grew has to push others away all the same.
  if (item.x === x && item.y === y) return closeUp(copy)
  return closeUp(moveElement(copy, item, x, y, true, false, 'vertical', gridColumns))
}

function closeUp(items: LayoutItem[]): LayoutItem[] {
  correctBounds(items, { cols: gridColumns })
  return [...verticalCompactor.compact(items, gridColumns)]
}

/** Downwards, a panel closes up again to where it was until it is past the one below it. */
function rowsToTry(grid: readonly LayoutItem[], item: LayoutItem, dy: number): number[] {
  if (dy === 0) return [item.y]
  if (dy < 0) return Array.from({ length: item.y }, (_, i) => item.y - 1 - i)
  const end = Math.max(...grid.map(({ y, h }) => y + h))
  return Array.from({ length: Math.max(0, end - item.y) }, (_, i) => item.y + 1 + i)
}

const placeOf = ({ x, y, w, h }: PanelLayout): PanelLayout => ({ x, y, w, h })

const isSame = (a: PanelLayout, b: PanelLayout): boolean => a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h

const overlaps = (a: PanelLayout, b: PanelLayout): boolean =>
  a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value))

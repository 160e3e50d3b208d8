import type { ChartOverlays, OverlayMark } from './chart.ts'
import { axisFontPx, textWidth, type PlotArea } from './geometry.ts'

/** A place of the picture that is taken, in CSS pixels. */
export type Box = { left: number; top: number; right: number; bottom: number }

/** A label, and where it may stand: its left upper corners, the best first. */
export type LabelWish = { text: string; corners: readonly { left: number; top: number }[] }

/** A label and where it stands. */
export type PlacedLabel = { text: string; box: Box }

/** Between the text of a label and its sides. */
export const labelPadding = { x: 4, y: 2 } as const

const labelHeight = axisFontPx + 2 + 2 * labelPadding.y
const gap = 2
const flagHeight = labelHeight + gap

/** How much room a picture needs above its plot, so that flags cover no values there. */
export const flagRoom = (overlays: ChartOverlays | undefined): number =>
  (overlays?.changes ?? []).length + (overlays?.annotations ?? []).length > 0 ? flagHeight : 0

/**
 * Each label at the first of its places that is in the picture and free. One without such a place is left out: the table
 * and the tooltip still tell of it.
 */
export function placeLabels(wishes: readonly LabelWish[], area: PlotArea, taken: readonly Box[]): PlacedLabel[] {
  return wishes.reduce<PlacedLabel[]>((placed, { text, corners }) => {
    const others = [...taken, ...placed.map(({ box }) => box)]
    const box = corners
      .map((corner) => boxAt(corner, text))
      .find((one) => isInside(one, area) && others.every((other) => isApart(one, other)))
    return box ? [...placed, { text, box }] : placed
  }, [])
}

/** Above the plot on the right of its line, or on the left where it would leave the picture; a row lower where another one hangs. */
export function flagCorners(text: string, x: number, area: PlotArea): LabelWish['corners'] {
  const left = x + widthOf(text) > area.right ? x - widthOf(text) : x
  return [-1, 0].map((row) => ({ left, top: area.top + row * flagHeight }))
}

/** On its side of a mark, where it covers least of the series, or beside the mark. */
export function markCorners({ label, side }: OverlayMark, mark: Box, area: PlotArea): LabelWish['corners'] {
  const width = widthOf(label)
  const left = (mark.left + mark.right - width) / 2
  const middle = (mark.top + mark.bottom - labelHeight) / 2
  const top = Math.max(0, Math.min(area.bottom - labelHeight, middle))
  return [
    { left, top: side === 'above' ? mark.top - gap - labelHeight : mark.bottom + gap },
    { left: mark.right + gap, top },
    { left: mark.left - gap - width, top },
  ]
}

const widthOf = (text: string): number => textWidth(text) + 2 * labelPadding.x

const boxAt = ({ left, top }: { left: number; top: number }, text: string): Box => ({
  left,
  top,
  right: left + widthOf(text),
  bottom: top + labelHeight,
})

// A mark at the highest value may rise above the area a little, and so may what stands beside it.
const isInside = (box: Box, area: PlotArea): boolean =>
  box.left >= area.left && box.right <= area.right && box.top >= 0 && box.bottom <= area.bottom

/** A pixel of the picture between two keeps their grounds from running together. */
const isApart = (a: Box, b: Box): boolean =>
  a.right + 1 <= b.left || b.right + 1 <= a.left || a.bottom + 1 <= b.top || b.bottom + 1 <= a.top

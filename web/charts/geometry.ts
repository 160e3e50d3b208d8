import type { Unit } from './chart.ts'
import { axisTicks } from './value-axis.ts'
import type { ValueAxis } from './value-axis.ts'
import { shortValue } from './value-format.ts'

/** Where in the picture the values are drawn, in CSS pixels from its top left corner. */
export type PlotArea = { left: number; right: number; top: number; bottom: number }

const labelFontPx = 11
const gapPx = 8

/** Size of the text on the axes, in CSS pixels. */
export const axisFontPx = labelFontPx

/**
 * Width of a label of the picture, estimated from its letters, since a server has no font to measure. It holds for the
 * widest of the usual fonts (DejaVu Sans), and so errs on the wide side for the others.
 */
export const textWidth = (text: string): number =>
  Math.ceil([...text].reduce((width, letter) => width + labelFontPx * letterWidth(letter), 0))

const letterWidth = (letter: string): number => (/[m%→+−]/.test(letter) ? 0.97 : /[ .,]/.test(letter) ? 0.34 : 0.62)

/** The area inside the axes, with so much room above it. */
export function plotArea(
  size: { width: number; height: number },
  axis: ValueAxis,
  unit: Unit,
  headroom: number,
): PlotArea {
  const left = Math.max(...axisTicks(axis).map((tick) => textWidth(shortValue(tick, unit)))) + gapPx
  return { left, right: size.width - 4, top: 8 + headroom, bottom: size.height - 22 }
}

/** Index of the bucket under a horizontal place, kept within the buckets; -1 when there are none. */
export function bucketAtX(x: number, area: PlotArea, count: number): number {
  if (count === 0 || area.right <= area.left) return -1
  const share = (x - area.left) / (area.right - area.left)
  return Math.min(count - 1, Math.max(0, Math.floor(share * count)))
}

/** Left edge, centre and right edge of a bucket. */
export function bucketX(index: number, area: PlotArea, count: number): { left: number; centre: number; right: number } {
  const width = count === 0 ? 0 : (area.right - area.left) / count
  const left = area.left + index * width
  return { left, centre: left + width / 2, right: left + width }
}

/** Which share of a bucket is left free between its bars and those of the next. */
export const barGap = (count: number): number => (count > 120 ? 0 : 0.18)

/** The vertical place of a value, kept within the area. */
export function yOfValue(value: number, area: PlotArea, axis: ValueAxis): number {
  const share = Math.min(1, Math.max(0, (value - axis.bottom) / (axis.top - axis.bottom)))
  return area.bottom - share * (area.bottom - area.top)
}

/** The value at a vertical place; outside of the axis where that is outside of the area. */
export function valueAtY(y: number, area: PlotArea, axis: ValueAxis): number {
  return axis.bottom + ((area.bottom - y) / (area.bottom - area.top)) * (axis.top - axis.bottom)
}

import type { Canvas, Stacking, Threshold, Unit } from '../../charts/chart.ts'
import type { PlotArea } from '../../charts/geometry.ts'
import { textWidth } from '../../charts/geometry.ts'
import { fitText } from '../../charts/fit-text.ts'
import type { Outline } from '../../charts/picture/outline.ts'
import type { Scene, SceneItem } from '../../charts/scene/scene.ts'
import { hatching } from '../../charts/picture/hatching.ts'
import type { Shape } from '../../charts/picture/shape.ts'
import { uprightThreshold } from '../../charts/upright-threshold.ts'
import { linesUp, xOfValue } from '../../charts/value-lines.ts'
import { fillOf } from '../../charts/series-look.ts'
import { stackSpans } from '../../charts/stack.ts'
import { valueAxis, type ValueAxis } from '../../charts/value-axis.ts'
import { exactValue, shortValue } from '../../charts/value-format.ts'
import { formatPercent } from '../../lib/format.ts'
import { type Categories, type Category, type Part } from './categories.ts'

/** What the bars are drawn with. */
export type BarLook = {
  stacking: Stacking
  thresholds: readonly Threshold[]
  colourOf: (key: string) => number
}

/** What tells the bar of a part of a category apart from all others. */
export function barId({ key }: Category, part: Part | undefined): string {
  return JSON.stringify([key, part?.id])
}

const leastRowPx = 17
const leastBarPx = 7
const mostBarPx = 22
const gapPx = 8
const axisPx = 20

/**
 * Bars from left to right, a row for each category: as many as fit, the first ones. A bar that stands alone in its row is told
 * its value at its end.
 */
export function categoryScene(data: Categories, look: BarLook, canvas: Canvas): Scene {
  const { categories, unit } = data
  const perRow = look.stacking === 'none' ? Math.max(1, data.parts.length) : 1
  const room = canvas.height - axisPx
  const most = Math.max(1, Math.floor(room / Math.max(leastRowPx, perRow * leastBarPx)))
  const shown = categories.slice(0, most)
  const isSingle = perRow === 1 && data.parts.length <= 1
  const axis = axisOf(shown, look, unit)
  const labels = Math.min(canvas.width * 0.35, Math.max(0, ...shown.map(({ label }) => textWidth(label))))
  const values = isSingle
    ? Math.max(0, ...shown.map(({ values: [value] }) => textWidth(shortValue(value ?? 0, unit)))) + gapPx
    : gapPx
  const area: PlotArea = { left: labels + gapPx, right: canvas.width - values, top: 0, bottom: room }
  const ground: Ground = {
    data,
    look,
    canvas,
    axis,
    area,
    rowPx: Math.min(44, room / Math.max(1, shown.length)),
    perRow,
  }
  const rows = shown.map((category, index) => rowOf(category, index, ground))
  return {
    columns: Math.max(1, data.parts.length),
    items: rows.flatMap(({ items }) => items),
    shapes: [
      ...linesUp(axis, look.stacking === 'shares' ? 'RATIO' : unit, area, canvas.theme),
      ...rows.flatMap(({ shapes }) => shapes),
      ...look.thresholds.flatMap((threshold) => thresholdShapes(threshold, ground)),
      ...(shown.length < categories.length ? [restNote(categories.length - shown.length, ground)] : []),
    ],
  }
}

type Ground = {
  data: Categories
  look: BarLook
  canvas: Canvas
  axis: ValueAxis
  area: PlotArea
  rowPx: number
  perRow: number
}

function axisOf(categories: readonly Category[], { stacking, thresholds }: BarLook, unit: Unit): ValueAxis {
  if (stacking === 'shares') return { bottom: 0, top: 1, step: 0.25 }
  const ends = categories.flatMap(({ values }) => stackSpans(values, stacking).map((end) => end?.to ?? 0))
  const all = [0, ...ends, ...thresholds.map(({ value }) => value)]
  return valueAxis(Math.max(...all), unit, Math.min(...all))
}

function rowOf(category: Category, index: number, ground: Ground): { shapes: Shape[]; items: SceneItem[] } {
  const { data, look, canvas, area, rowPx, perRow } = ground
  const { theme } = canvas
  const middle = area.top + (index + 0.5) * rowPx
  const thick = Math.min(mostBarPx, (rowPx * 0.72) / perRow)
  const text = fitText(category.label, area.left - gapPx)
  const label: Shape = { kind: 'text', x: area.left - gapPx, y: middle, text, align: 'right', fill: theme.text }
  const bars = stackSpans(category.values, look.stacking).map((end, place) => {
    const outline = barOutline(end, middle - (thick * perRow) / 2 + (perRow === 1 ? 0 : place * thick), thick, ground)
    const part = data.parts[place]
    return {
      outline,
      shapes: end && part ? barShapes(outline, category, part, ground) : [],
      item: itemOf(category, place, outline, ground),
    }
  })
  const [only] = bars
  const value = category.values[0] ?? null
  const isSingle = perRow === 1 && bars.length === 1
  const end = isSingle && only && value !== null ? [valueLabel(value, only.outline, middle, ground)] : []
  return { shapes: [label, ...bars.flatMap(({ shapes }) => shapes), ...end], items: bars.map(({ item }) => item) }
}

function barOutline(
  end: { from: number; to: number } | null,
  top: number,
  height: number,
  { area, axis }: Ground,
): Outline & { kind: 'box' } {
  const [a, b] = [xOfValue(end?.from ?? 0, area, axis), xOfValue(end?.to ?? 0, area, axis)]
  return { kind: 'box', left: Math.min(a, b), top, width: Math.max(1, Math.abs(b - a)), height }
}

function barShapes(
  outline: Outline & { kind: 'box' },
  category: Category,
  part: Part,
  { data, look, canvas }: Ground,
): Shape[] {
  const status = part.status ?? (data.parts.length === 1 ? category.status : undefined)
  const fill = fillOf({ status, isOther: part.isOther, place: look.colourOf(part.colourKey) }, 0, canvas.theme)
  const ground = canvas.theme.background
  const edge = data.parts.length > 1 && outline.width > 4 ? { stroke: ground, lineWidth: 0.75 } : {}
  return [{ ...outline, fill, ...edge }, ...(category.complete ? [] : hatching(outline, ground))]
}

function itemOf(category: Category, place: number, outline: Outline, { data, look }: Ground): SceneItem {
  const value = category.values[place] ?? null
  const label = data.parts[place]?.label ?? ''
  const total = category.values.reduce<number>((sum, one) => sum + (one ?? 0), 0)
  const isShare = look.stacking === 'shares' && value !== null && total !== 0
  return {
    id: barId(category, data.parts[place]),
    name: category.label,
    values: [{ label, text: `${exactValue(value, data.unit)}${isShare ? ` (${formatPercent(value / total)})` : ''}` }],
    note: category.complete ? undefined : 'Incomplete: more can come',
    outline,
  }
}

function valueLabel(
  value: number,
  { left, width }: Outline & { kind: 'box' },
  y: number,
  { data, canvas }: Ground,
): Shape {
  const x = value < 0 ? left - 4 : left + width + 4
  const text = shortValue(value, data.unit)
  return { kind: 'text', x, y, text, align: value < 0 ? 'right' : 'left', fill: canvas.theme.muted }
}

function thresholdShapes(threshold: Threshold, { area, axis, canvas: { theme } }: Ground): Shape[] {
  if (threshold.value > axis.top || threshold.value < axis.bottom) return []
  const x = xOfValue(threshold.value, area, axis)
  return uprightThreshold({ threshold, x, area, theme, label: { gap: 3, y: area.bottom - 8 } })
}

const restNote = (count: number, { area, canvas: { theme } }: Ground): Shape => ({
  kind: 'text',
  x: area.right,
  y: area.bottom - 8,
  text: `and ${count} more in the table`,
  align: 'right',
  fill: theme.muted,
  halo: theme.background,
})

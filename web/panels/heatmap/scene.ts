import type { Canvas } from '../../charts/chart.ts'
import { bucketX, textWidth, type PlotArea } from '../../charts/geometry.ts'
import { fitText } from '../../charts/fit-text.ts'
import { mix } from '../../charts/mix.ts'
import { inkOn } from '../../charts/scene/ink.ts'
import type { Outline } from '../../charts/picture/outline.ts'
import type { Scene, SceneItem } from '../../charts/scene/scene.ts'
import { hatching } from '../../charts/picture/hatching.ts'
import type { Shape } from '../../charts/picture/shape.ts'
import { exactValue, shortValue } from '../../charts/value-format.ts'
import type { Grid, GridColumn, GridRow } from './grid.ts'

const tickPx = 18
const keyPx = 18
const leastRowPx = 12
const gapPx = 8

type Box = Extract<Outline, { kind: 'box' }>

/** Where the colours begin and end. */
type Scale = { low: number; high: number }
type Ground = { grid: Grid; area: PlotArea; rowPx: number; scale: Scale; hasNumbers: boolean; canvas: Canvas }

/**
 * A grid of cells, the darker (on a dark ground the lighter) the higher, with the numbers in them where there is room. Of more rows
 * than fit the first ones are shown. A cell without a value stays empty.
 */
export function heatmapScene(grid: Grid, canvas: Canvas): Scene {
  const { width, height, theme } = canvas
  const room = height - tickPx - keyPx
  const shown = grid.rows.slice(0, Math.max(1, Math.floor(room / leastRowPx)))
  const rowPx = Math.min(48, room / Math.max(1, shown.length))
  const labels = Math.min(width * 0.3, Math.max(0, ...shown.map(({ label }) => textWidth(label))))
  const area: PlotArea = { left: labels + gapPx, right: width, top: 0, bottom: rowPx * shown.length }
  const cellPx = (area.right - area.left) / Math.max(1, grid.columns.length)
  const widest = shown.flatMap(({ values }) => values.map((value) => textWidth(shortValue(value ?? 0, grid.unit))))
  // In all cells or in none: numbers here and there would look like a meaning.
  const hasNumbers = rowPx >= 16 && widest.every((wide) => wide + 4 <= cellPx)
  const ground: Ground = { grid, area, rowPx, scale: scaleOf(shown), hasNumbers, canvas }
  const cells = shown.flatMap((row, y) => grid.columns.map((column, x) => cellOf(row, column, { x, y }, ground)))
  const spans = grid.columns.flatMap(({ span }) => (span ? [span] : []))
  return {
    columns: grid.columns.length,
    items: cells.map(({ item }) => item),
    shapes: [
      ...cells.flatMap(({ shapes }) => shapes),
      ...shown.map(({ label }, y): Shape => {
        const text = fitText(label, labels)
        return { kind: 'text', x: labels, y: (y + 0.5) * rowPx, text, align: 'right', fill: theme.text }
      }),
      ...tickShapes(ground),
      ...(cells.length > 0 ? keyShapes(grid.rows.length - shown.length, ground) : []),
    ],
    ...(spans.length > 0 ? { time: { area, spans } } : {}),
  }
}

function scaleOf(rows: readonly GridRow[]): Scale {
  let [low, high] = [0, 0]
  for (const value of rows.flatMap(({ values }) => values)) {
    low = Math.min(low, value ?? 0)
    high = Math.max(high, value ?? 0)
  }
  return { low, high: high > low ? high : low + 1 }
}

const colourAt = (value: number, { scale: { low, high }, canvas: { theme } }: Ground): string =>
  mix(mix(theme.background, theme.accent, 0.08), theme.accent, (value - low) / (high - low))

function cellOf(
  row: GridRow,
  column: GridColumn,
  at: { x: number; y: number },
  ground: Ground,
): { shapes: Shape[]; item: SceneItem } {
  const { grid, area, rowPx, canvas } = ground
  const { left, right } = bucketX(at.x, area, grid.columns.length)
  const gap = right - left > 6 ? 1 : 0
  const outline: Box = {
    kind: 'box',
    left,
    top: at.y * rowPx,
    width: Math.max(0.5, right - left - gap),
    height: rowPx - (rowPx > 6 ? 1 : 0),
  }
  const value = row.values[at.x] ?? null
  const item: SceneItem = {
    id: `${at.y} ${at.x}`,
    name: `${row.label}, ${column.name}`,
    values: [{ label: 'Value', text: exactValue(value, grid.unit).replace('–', 'no value') }],
    note: column.complete ? undefined : 'Incomplete: more can come',
    outline,
    span: column.span,
  }
  if (value === null) return { shapes: [], item }
  const fill = colourAt(value, ground)
  const hatched = column.complete ? [] : hatching(outline, canvas.theme.background)
  return { shapes: [{ ...outline, fill }, ...hatched, ...numberIn(outline, value, fill, ground)], item }
}

function numberIn(cell: Box, value: number, fill: string, { grid, hasNumbers }: Ground): Shape[] {
  if (!hasNumbers) return []
  const middle = { x: cell.left + cell.width / 2, y: cell.top + cell.height / 2 }
  const text = shortValue(value, grid.unit)
  return [{ kind: 'text', ...middle, text, align: 'center', fill: inkOn(fill) }]
}

function tickShapes({ grid, area, canvas: { theme } }: Ground): Shape[] {
  let free = Number.NEGATIVE_INFINITY
  return grid.columns.flatMap(({ tick }, x) => {
    if (tick === null) return []
    const { left } = bucketX(x, area, grid.columns.length)
    const width = textWidth(tick)
    if (left < free || left + width > area.right) return []
    free = left + width + gapPx
    return [{ kind: 'text', x: left, y: area.bottom + 5, text: tick, baseline: 'top', fill: theme.muted }]
  })
}

const keySteps = 24
const keyWidth = 96

/** What the colours mean, and how many rows are not shown. */
function keyShapes(hiddenRows: number, ground: Ground): Shape[] {
  const { area, scale, grid, canvas } = ground
  const { theme, height, width } = canvas
  const y = height - keyPx / 2
  const high = shortValue(scale.high, grid.unit)
  const left = Math.max(area.left + 30, width - textWidth(high) - 6 - keyWidth)
  const steps = Array.from({ length: keySteps }, (_, i): Shape => {
    const value = scale.low + (i / (keySteps - 1)) * (scale.high - scale.low)
    const step = keyWidth / keySteps
    return {
      kind: 'box',
      left: left + i * step,
      top: y - 4,
      width: step + 0.3,
      height: 8,
      fill: colourAt(value, ground),
    }
  })
  const rest: Shape = { kind: 'text', x: 0, y, text: `and ${hiddenRows} more in the table`, fill: theme.muted }
  return [
    ...steps,
    { kind: 'text', x: left - 5, y, text: shortValue(scale.low, grid.unit), align: 'right', fill: theme.muted },
    { kind: 'text', x: left + keyWidth + 5, y, text: high, fill: theme.muted },
    ...(hiddenRows > 0 ? [rest] : []),
  ]
}

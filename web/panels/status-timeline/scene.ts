import type { Canvas } from '../../charts/chart.ts'
import { bucketX, textWidth, type PlotArea } from '../../charts/geometry.ts'
import { statusNames, type StatusName } from '../../charts/palette.ts'
import { fitText } from '../../charts/fit-text.ts'
import { inkOn } from '../../charts/scene/ink.ts'
import type { Outline } from '../../charts/picture/outline.ts'
import type { Scene, SceneItem } from '../../charts/scene/scene.ts'
import { hatching } from '../../charts/picture/hatching.ts'
import type { Shape } from '../../charts/picture/shape.ts'
import { bucketName, timeTicks } from '../../charts/time-axis.ts'
import { formatNumber, formatPercent } from '../../lib/format.ts'
import { statusWords } from '../../ui/status-words.ts'
import { failedShare, worstOf, type Lane, type Lanes, type Tally } from './lanes.ts'
import { statusShapes } from './status-shapes.ts'

const tickPx = 20
const leastRowPx = 14
const mostRowPx = 36
const gapPx = 8
const leastIconPx = 11

type Box = Extract<Outline, { kind: 'box' }>
type Ground = { data: Lanes; area: PlotArea; rowPx: number; timezone: string; canvas: Canvas }

/**
 * A row for each lane, with its buckets coloured by their worst status, which also has its icon where there is room, and its
 * height: what failed fills the row, what succeeded is half as high. Of more rows than fit the first ones are shown.
 */
export function statusScene(data: Lanes, timezone: string, canvas: Canvas): Scene {
  const { width, height, theme } = canvas
  const most = Math.max(1, Math.floor((height - tickPx) / leastRowPx))
  const shown = data.lanes.slice(0, most)
  const rowPx = Math.min(mostRowPx, (height - tickPx) / Math.max(1, shown.length))
  const labels = Math.min(width * 0.3, Math.max(0, ...shown.map(({ label }) => textWidth(label))))
  const area: PlotArea = { left: labels + gapPx, right: width, top: 0, bottom: rowPx * shown.length }
  const ground: Ground = { data, area, rowPx, timezone, canvas }
  const cells = shown.flatMap((lane, y) => lane.tallies.map((tally, x) => cellOf(lane, tally, { x, y }, ground)))
  const hidden = data.lanes.length - shown.length
  const note: Shape = { kind: 'text', x: 0, y: height - 6, text: `and ${hidden} more`, fill: theme.muted }
  return {
    columns: Math.max(1, data.buckets.length),
    items: cells.map(({ item }) => item),
    shapes: [
      ...cells.flatMap(({ shapes }) => shapes),
      ...shown.map(({ label }, y): Shape => ({
        kind: 'text',
        x: labels,
        y: (y + 0.5) * rowPx,
        text: fitText(label, labels),
        align: 'right',
        fill: theme.text,
      })),
      ...tickShapes(ground),
      ...(hidden > 0 ? [note] : []),
    ],
    ...(data.buckets.length > 0 ? { time: { area, spans: data.buckets } } : {}),
  }
}

const heights: Record<StatusName, number> = {
  FAILED: 1,
  TIMED_OUT: 1,
  CANCELLED: 0.75,
  RUNNING: 0.75,
  QUEUED: 0.75,
  SUCCEEDED: 0.5,
}

function cellOf(
  lane: Lane,
  tally: Tally | null,
  at: { x: number; y: number },
  ground: Ground,
): { shapes: Shape[]; item: SceneItem } {
  const { data, area, rowPx, canvas } = ground
  const bucket = data.buckets[at.x] ?? { from: 0, to: 1, complete: true }
  const { left, right } = bucketX(at.x, area, data.buckets.length)
  const cell: Box = { kind: 'box', left, top: at.y * rowPx, width: right - left, height: rowPx }
  const item: SceneItem = {
    id: `${at.y} ${at.x}`,
    name: `${lane.label}, ${bucketName(bucket, data.every, ground.timezone)}`,
    values: tally ? valuesOf(tally) : [{ label: 'Jobs', text: 'none' }],
    note: bucket.complete ? undefined : 'Incomplete: more can come',
    outline: cell,
    span: { from: bucket.from, to: bucket.to },
  }
  if (!tally) return { shapes: [], item }
  const status = worstOf(tally)
  const high = (rowPx - 3) * heights[status]
  const gap = right - left > 5 ? 1 : 0
  const bar: Box = {
    ...cell,
    top: cell.top + (rowPx - high) / 2,
    width: Math.max(0.5, right - left - gap),
    height: high,
  }
  const fill = canvas.theme.status[status]
  const size = Math.min(16, bar.width - 2, bar.height)
  const middle = { x: bar.left + bar.width / 2, y: cell.top + rowPx / 2 }
  const icon = size >= leastIconPx ? statusShapes(status, middle, size, inkOn(fill)) : []
  const hatched = bucket.complete ? [] : hatching(bar, canvas.theme.background)
  return { shapes: [{ ...bar, fill }, ...hatched, ...icon], item }
}

/** The worst first, and how many failed of those that are finished. */
function valuesOf(tally: Tally): { label: string; text: string }[] {
  const counts = statusNames.toReversed().flatMap((status) => {
    const count = tally[status] ?? 0
    return count === 0 ? [] : [{ label: statusWords[status], text: formatNumber(count) }]
  })
  const share = failedShare(tally)
  return share === null ? counts : [...counts, { label: 'Failed share', text: formatPercent(share) }]
}

function tickShapes({ data, area, timezone, canvas: { theme, width } }: Ground): Shape[] {
  return timeTicks(data.buckets, timezone, width < 480 ? 3 : 5).map(({ index, label }) => {
    const { left } = bucketX(index, area, data.buckets.length)
    const isLast = left + textWidth(label) > area.right
    return {
      kind: 'text',
      x: isLast ? area.right : left,
      y: area.bottom + 5,
      text: label,
      align: isLast ? 'right' : 'left',
      baseline: 'top',
      fill: theme.muted,
    }
  })
}

/** The statuses that there are, with their colours. */
export const statusLegend = ({ lanes }: Lanes, { theme }: Pick<Canvas, 'theme'>) =>
  statusNames
    .filter((status) => lanes.some(({ tallies }) => tallies.some((tally) => tally && worstOf(tally) === status)))
    .map((status) => ({ id: status, label: statusWords[status], colour: theme.status[status], isFixed: true }))

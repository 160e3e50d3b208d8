import type { Canvas, Unit } from '../../charts/chart.ts'
import type { Outline } from '../../charts/picture/outline.ts'
import type { Scene, SceneItem } from '../../charts/scene/scene.ts'
import type { Shape } from '../../charts/picture/shape.ts'
import { fillOf } from '../../charts/series-look.ts'
import { exactValue, shortValue } from '../../charts/value-format.ts'
import { formatCount, formatPercent } from '../../lib/format.ts'
import type { Slice } from './slices.ts'

/** What the slices are drawn with. */
export type PieLook = { unit: Unit; colourOf: (key: string) => number }

const labelRoom = { x: 44, y: 18 }
const turn = 2 * Math.PI

/** A ring of slices from the top on, each with its share beside it where it is large enough, and the sum in the middle. */
export function pieScene(slices: readonly Slice[], { unit, colourOf }: PieLook, canvas: Canvas): Scene {
  const { width, height, theme } = canvas
  const outer = Math.max(12, Math.min(width / 2 - labelRoom.x, height / 2 - labelRoom.y))
  const centre = { x: width / 2, y: height / 2 }
  const total = slices.reduce((sum, { value }) => sum + value, 0)
  let angle = -turn / 4
  const parts = slices.map((slice) => {
    const share = slice.value / total
    const from = angle
    angle += share * turn
    const outline: Outline = { kind: 'ring', ...centre, inner: outer * 0.6, outer, from, to: angle }
    const fill = fillOf({ status: slice.status, isOther: slice.isOther, place: colourOf(slice.colourKey) }, 0, theme)
    const shape = { ...outline, fill, stroke: theme.background, lineWidth: slices.length > 1 ? 1.5 : 0 }
    const label = share < 0.04 ? [] : [shareLabel(share, (from + angle) / 2, { ...centre, radius: outer + 6 }, canvas)]
    return { shapes: [shape, ...label], item: itemOf(slice, share, unit, outline) }
  })
  const sum: Shape = {
    kind: 'text',
    ...centre,
    text: shortValue(total, unit),
    align: 'center',
    size: Math.min(28, outer * 0.3),
    bold: true,
    fill: theme.text,
  }
  return {
    columns: 1,
    items: parts.map(({ item }) => item),
    shapes: [...parts.flatMap(({ shapes }) => shapes), ...(slices.length > 0 ? [sum] : [])],
  }
}

function shareLabel(
  share: number,
  angle: number,
  at: { x: number; y: number; radius: number },
  { theme }: Canvas,
): Shape {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const align = cos > 0.3 ? 'left' : cos < -0.3 ? 'right' : 'center'
  const baseline = sin > 0.7 ? 'top' : sin < -0.7 ? 'bottom' : 'middle'
  const place = { x: at.x + at.radius * cos, y: at.y + at.radius * sin }
  return { kind: 'text', ...place, text: formatPercent(share), align, baseline, fill: theme.muted }
}

function itemOf(slice: Slice, share: number, unit: Unit, outline: Outline): SceneItem {
  return {
    id: slice.id,
    name: slice.label,
    values: [
      { label: 'Value', text: exactValue(slice.value, unit) },
      { label: 'Share', text: formatPercent(share) },
    ],
    note: slice.isOther ? formatCount(slice.count, 'smaller slice') : undefined,
    outline,
  }
}

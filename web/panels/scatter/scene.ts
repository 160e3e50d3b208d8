import type { Canvas } from '../../charts/chart.ts'
import { yOfValue, type PlotArea } from '../../charts/geometry.ts'
import { placeLabels, type Box } from '../../charts/overlay-labels.ts'
import { fitText } from '../../charts/fit-text.ts'
import type { Scene } from '../../charts/scene/scene.ts'
import type { Shape } from '../../charts/picture/shape.ts'
import { axisWidth, linesAcross, linesUp, xOfValue } from '../../charts/value-lines.ts'
import { fillOf } from '../../charts/series-look.ts'
import { valueAxis, type ValueAxis } from '../../charts/value-axis.ts'
import { exactValue } from '../../charts/value-format.ts'
import type { ChartTheme } from '../../charts/theme.ts'
import type { Axis, Dot, Dots } from './dots.ts'

/** What the dots are drawn with. */
export type ScatterLook = { hasLabels: boolean; colourOf: (key: string) => number }

const usualRadius = 4.5
const radii = { least: 3, most: 16 }
const labelWidth = 110
/** With more dots than this no names are written: they would cover the picture. */
const mostLabelled = 40

/** A dot for each key, small ones in front. Axes begin at zero, or at the lowest value below it. */
export function scatterScene(data: Dots, look: ScatterLook, canvas: Canvas): Scene {
  const { theme, width, height } = canvas
  // From left to right, which is how the arrow keys go.
  const dots = data.dots.toSorted((a, b) => a.x - b.x)
  const [right, up] = [
    axisFor(
      data.x,
      dots.map(({ x }) => x),
    ),
    axisFor(
      data.y,
      dots.map(({ y }) => y),
    ),
  ]
  const area: PlotArea = { left: axisWidth(up, data.y.unit) + 8, right: width - 8, top: 20, bottom: height - 36 }
  const largest = Math.max(0, ...dots.map(({ size }) => size ?? 0))
  const placed = dots.map((dot) => ({
    dot,
    x: xOfValue(dot.x, area, right),
    y: yOfValue(dot.y, area, up),
    radius: radiusOf(dot, largest),
  }))
  const fill = (dot: Dot) => fillOf({ status: dot.status, place: look.colourOf(dot.colourKey) }, 0, theme)
  return {
    columns: 1,
    items: placed.map(({ dot, ...at }, index) => ({
      id: String(index),
      name: dot.label,
      values: valuesOf(dot, data),
      outline: { kind: 'dot', ...at },
    })),
    shapes: [
      ...linesAcross(up, data.y.unit, area, theme),
      ...linesUp(right, data.x.unit, area, theme),
      ...titles(data, area, theme),
      ...placed
        .toSorted((a, b) => b.radius - a.radius)
        .map(({ dot, ...at }): Shape => ({
          kind: 'dot',
          ...at,
          fill: fill(dot),
          opacity: 0.75,
          stroke: theme.background,
          lineWidth: 1,
        })),
      ...(look.hasLabels && placed.length <= mostLabelled ? names(placed, area, theme) : []),
    ],
  }
}

/** The keys of the dots, in the order of the items. */
export const sortedKeys = ({ dots }: Dots): Dot['key'][] => dots.toSorted((a, b) => a.x - b.x).map(({ key }) => key)

const axisFor = ({ unit }: Axis, values: readonly number[]): ValueAxis =>
  valueAxis(highest(values), unit, lowest(values))

const highest = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), 0)
const lowest = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), 0)

/** By area, not by width: twice the value is twice the ink. */
function radiusOf({ size }: Dot, largest: number): number {
  if (size === null) return usualRadius
  if (size <= 0 || largest === 0) return radii.least
  return Math.max(radii.least, radii.most * Math.sqrt(size / largest))
}

function valuesOf(dot: Dot, { x, y, size }: Dots): { label: string; text: string }[] {
  return [
    { label: x.title, text: exactValue(dot.x, x.unit) },
    { label: y.title, text: exactValue(dot.y, y.unit) },
    ...(size ? [{ label: `${size.title} (size)`, text: exactValue(dot.size, size.unit) }] : []),
  ]
}

function titles({ x, y }: Dots, area: PlotArea, theme: ChartTheme): Shape[] {
  const width = area.right - area.left
  return [
    { kind: 'text', x: 0, y: 7, text: fitText(y.title, width), fill: theme.muted, bold: true },
    {
      kind: 'text',
      x: area.right,
      y: area.bottom + 28,
      text: fitText(x.title, width),
      align: 'right',
      fill: theme.muted,
      bold: true,
    },
  ]
}

type PlacedDot = { dot: Dot; x: number; y: number; radius: number }

function names(placed: readonly PlacedDot[], area: PlotArea, theme: ChartTheme): Shape[] {
  const boxes = placed.map(({ x, y, radius: r }): Box => ({ left: x - r, right: x + r, top: y - r, bottom: y + r }))
  const wishes = placed.map(({ dot, x, y, radius }) => {
    const text = fitText(dot.label, labelWidth)
    return {
      text,
      corners: [
        { left: x + radius + 1, top: Math.min(y - 9, area.bottom - 18) },
        { left: x - 20, top: y - radius - 19 },
        { left: x - 20, top: y + radius + 1 },
      ],
    }
  })
  return placeLabels(wishes, area, boxes).map(({ text, box }) => ({
    kind: 'text',
    x: box.left + 4,
    y: (box.top + box.bottom) / 2,
    text,
    fill: theme.text,
    halo: theme.background,
  }))
}
